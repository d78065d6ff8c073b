package io.github.ipclint.report.sarif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The line hashes by which GitHub code scanning recognises an alert in a later commit ({@code primaryLocationLineHash}, as its
 * own upload action computes them): over the 100 characters from the start of a line, spaces and tabs left out, line ends
 * unified; then a counter for equal hashes.
 */
final class LineHashes {
    private static final int WINDOW = 100;
    private static final long BASE = 37;
    private static final char END = 0xffff;

    private LineHashes() {}

    /** One hash per line; the hash of line n is at index n - 1. */
    static List<String> of(String text) {
        char[] kept = new char[text.length() + 1];
        List<Integer> starts = new ArrayList<>();
        int count = keep(text, kept, starts);
        // polynomial in BASE over all prefixes, modulo 2^64; characters behind the end count as 0
        long[] prefix = new long[count + WINDOW + 1];
        for (int i = 0; i < count + WINDOW; i++) {
            prefix[i + 1] = prefix[i] * BASE + (i < count ? kept[i] : 0);
        }
        long shift = 1;
        for (int i = 0; i < WINDOW; i++) {
            shift *= BASE;
        }
        Map<Long, Integer> seen = new HashMap<>();
        List<String> hashes = new ArrayList<>(starts.size());
        for (int start : starts) {
            long hash = prefix[start + WINDOW] - prefix[start] * shift;
            hashes.add(Long.toHexString(hash) + ":" + seen.merge(hash, 1, Integer::sum));
        }
        return hashes;
    }

    /** Fills in the characters that count and where lines start among them; returns how many they are. */
    private static int keep(String text, char[] kept, List<Integer> starts) {
        int count = 0;
        boolean lineStart = true;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : END;
            if (c == ' ' || c == '\t' || (c == '\n' && i > 0 && text.charAt(i - 1) == '\r')) {
                continue;
            }
            if (lineStart) {
                starts.add(count);
            }
            kept[count++] = c == '\r' ? '\n' : c;
            lineStart = c == '\r' || c == '\n';
        }
        return count;
    }
}
