package io.github.ipclint.probe.confirmation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What shows that the mistake of a rule is one, on the kernel that runs.
 *
 * @param name of the experiment or detector; empty for neither
 * @param text what it shows, or why nothing can
 */
public record Mechanism(String rule, ShownBy shownBy, String name, String text) {
    private static final String TABLE = "mechanisms.tsv";

    /** Where to look. */
    public enum ShownBy {
        /** An experiment of {@code ipclint probe claims}. */
        EXPERIMENT,
        /** A detector of {@code ipclint check --confirm}. */
        DETECTOR,
        /** Nowhere. */
        NONE
    }

    /** One for every rule. */
    public static List<Mechanism> all() {
        try (InputStream in = Objects.requireNonNull(Mechanism.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1))
                    .map(cells -> new Mechanism(cells[0], ShownBy.valueOf(cells[1].toUpperCase(Locale.ROOT)), cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
