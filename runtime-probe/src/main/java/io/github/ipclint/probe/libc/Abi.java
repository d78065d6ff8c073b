package io.github.ipclint.probe.libc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Constants, structure sizes, offsets and call numbers of the running system, keyed by the C expression that yields them. They come
 * from one table, which a test hands to the C compilers of the machine as static assertions.
 */
public final class Abi {
    private static final String TABLE = "abi.tsv";

    /** Set once; empty values on a system without a column, where nothing is ever called. */
    private static final Map<String, Integer> VALUES = Platform.current().map(Abi::read).orElse(Map.of());

    /** A row of the table with the values of each column. */
    record Row(String expression, String header, Map<Platform, Integer> values) {}

    private Abi() {}

    /** The value of a C expression, such as {@code O_CREAT} or {@code sizeof(struct stat)}. */
    public static int value(String expression) {
        Integer value = VALUES.get(expression);
        if (value == null) {
            if (VALUES.isEmpty()) {
                return 0;
            }
            throw new IllegalArgumentException("no row for " + expression + " in " + TABLE);
        }
        return value;
    }

    /** The name of the error number among those of {@code errno.h}; its number when it has no row. */
    public static String errorName(int errno) {
        return nameOf("errno.h", errno).orElse("errno " + errno);
    }

    /** The name of a system call by its number. */
    public static Optional<String> callName(long number) {
        return nameOf("sys/syscall.h", number).map(name -> name.substring("SYS_".length()));
    }

    private static Optional<String> nameOf(String header, long value) {
        return Platform.current().flatMap(platform -> rows().values().stream()
                .filter(row -> row.header().equals(header) && Objects.requireNonNull(row.values().get(platform)) == value)
                .map(Row::expression)
                .findFirst());
    }

    private static Map<String, Integer> read(Platform platform) {
        Map<String, Integer> values = new LinkedHashMap<>();
        rows().forEach((expression, row) -> values.put(expression, Objects.requireNonNull(row.values().get(platform))));
        return values;
    }

    static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(Abi.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).map(Abi::row).forEach(row -> rows.put(row.expression(), row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        int x86 = Integer.parseInt(cells[2]);
        int arm = cells[3].equals("=") ? x86 : Integer.parseInt(cells[3]);
        boolean sameInMusl = cells[4].equals("=");
        Map<Platform, Integer> values = Map.of(
                Platform.X86_64_GLIBC, x86,
                Platform.AARCH64_GLIBC, arm,
                Platform.X86_64_MUSL, sameInMusl ? x86 : Integer.parseInt(cells[4]),
                Platform.AARCH64_MUSL, sameInMusl ? arm : Integer.parseInt(cells[4]));
        return new Row(cells[0], cells[1], values);
    }
}
