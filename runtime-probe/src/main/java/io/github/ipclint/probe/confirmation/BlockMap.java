package io.github.ipclint.probe.confirmation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the blocks of a compiled program are in its sources. The compiler puts a call at the beginning of each block; what lies between
 * two such calls is one block.
 */
final class BlockMap {
    private static final Pattern INSTRUCTION = Pattern.compile("^ *([0-9a-f]+):\\s.*");
    private static final Pattern LINE = Pattern.compile("^(\\S+)\\s+(\\d+)\\s+0x([0-9a-f]+)\\b.*");
    private static final int HEXADECIMAL = 16;

    private record Line(String file, int line) {}

    /** Address of the call → the address that it returns to. */
    private final NavigableMap<Long, Long> calls = new TreeMap<>();
    private final NavigableMap<Long, List<Line>> lines = new TreeMap<>();

    /** Reads what {@code build.sh} prints. */
    static BlockMap parse(String dump) {
        BlockMap map = new BlockMap();
        long call = -1;
        for (String text : dump.lines().toList()) {
            Matcher line = LINE.matcher(text);
            Matcher instruction = INSTRUCTION.matcher(text);
            if (line.matches()) {
                map.lines.computeIfAbsent(Long.parseLong(line.group(3), HEXADECIMAL), _ -> new ArrayList<>())
                        .add(new Line(line.group(1), Integer.parseInt(line.group(2))));
            } else if (instruction.matches()) {
                long address = Long.parseLong(instruction.group(1), HEXADECIMAL);
                if (call >= 0) {
                    map.calls.put(call, address);
                }
                call = text.endsWith("__sanitizer_cov_trace_pc>") ? address : -1;
            }
        }
        return map;
    }

    /** File and line of what stands before an address. */
    Optional<String> place(long address) {
        return Optional.ofNullable(lines.lowerEntry(address)).map(row -> row.getValue().getFirst())
                .map(line -> line.file() + ":" + line.line());
    }

    /**
     * Whether a line ran.
     *
     * @param reached one byte for each address of the program; not 0 where a call returned to
     * @return empty if no block of the program belongs to the line
     */
    Optional<Boolean> ran(byte[] reached, String file, int line) {
        Line wanted = new Line(file.substring(file.lastIndexOf('/') + 1), line);
        boolean known = false;
        for (var call : calls.entrySet()) {
            Long next = calls.higherKey(call.getKey());
            Long from = lines.floorKey(call.getValue());
            if (from != null && lines.subMap(from, true, next == null ? Long.MAX_VALUE : next, false).values().stream()
                    .anyMatch(at -> at.contains(wanted))) {
                known = true;
                int index = Math.toIntExact(call.getValue());
                if (index < reached.length && reached[index] != 0) {
                    return Optional.of(true);
                }
            }
        }
        return known ? Optional.of(false) : Optional.empty();
    }
}
