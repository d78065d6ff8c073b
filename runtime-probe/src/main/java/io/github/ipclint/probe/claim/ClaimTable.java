package io.github.ipclint.probe.claim;

import io.github.ipclint.probe.bench.Grade;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The table of statements, {@code docs/claims.tsv}. */
public final class ClaimTable {
    private static final String NAME = "claims.tsv";
    /** In place of an id: the lines hold nothing that a program could decide. */
    private static final String REMARK = "-";

    private ClaimTable() {}

    /** All statements, in the order of the table. */
    public static List<Claim> read() {
        try (InputStream in = Objects.requireNonNull(ClaimTable.class.getResourceAsStream(NAME), NAME);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .filter(cells -> !cells[0].equals(REMARK))
                    .map(ClaimTable::claim)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Claim claim(String... cells) {
        if (cells.length != 6) {
            throw new IllegalStateException(NAME + ": " + cells[0] + " has " + cells.length + " columns in place of 6");
        }
        return new Claim(cells[0], cells[1], cells[2], grade(cells[0], cells[3]), grade(cells[0], cells[4]), cells[5]);
    }

    private static Grade grade(String id, String word) {
        return Grade.of(word).orElseThrow(() -> new IllegalStateException(NAME + ": " + id + " has the unknown grade '" + word + "'"));
    }
}
