package io.github.ipclint.report.html;

import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.html.RuleText.Example;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** The bad and the good example of a rule, with what differs marked. */
final class Examples {
    private static final int NARROW = 36;

    private Examples() {}

    static void code(MarkupTree html, List<String> lines) throws IOException {
        lines(html, lines, new BitSet(), "mark");
    }

    static void wrong(MarkupTree html, Example example) throws IOException {
        lines(html, example.wrong(), changed(example.wrong(), example.right()), "del");
    }

    static void right(MarkupTree html, Example example) throws IOException {
        lines(html, example.right(), changed(example.right(), example.wrong()), "ins");
    }

    private static void lines(MarkupTree html, List<String> lines, BitSet changed, String element) throws IOException {
        boolean wide = lines.stream().anyMatch(line -> line.length() > NARROW);
        html.inline("pre", () -> {
            for (int i = 0; i < lines.size(); i++) {
                if (changed.get(i)) {
                    html.span(element, lines.get(i));
                } else {
                    html.text(lines.get(i));
                }
                html.constant("\n");
            }
        }, wide ? new String[] {"class", "ex", "tabindex", "0"} : new String[] {"class", "ex"});
        html.constant("\n");
    }

    /** Where nearly everything differs, marks say nothing. */
    private static BitSet changed(List<String> lines, List<String> others) {
        BitSet changed = notIn(lines, others);
        return changed.cardinality() * 2 > lines.size() ? new BitSet() : changed;
    }

    /** Lines that a longest common subsequence leaves over. */
    static BitSet notIn(List<String> lines, List<String> others) {
        int[][] length = new int[lines.size() + 1][others.size() + 1];
        for (int i = lines.size() - 1; i >= 0; i--) {
            for (int j = others.size() - 1; j >= 0; j--) {
                length[i][j] = same(lines, i, others, j) ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        BitSet left = new BitSet();
        int i = 0;
        int j = 0;
        while (i < lines.size()) {
            if (j < others.size() && same(lines, i, others, j)) {
                i++;
                j++;
            } else if (j < others.size() && length[i][j + 1] >= length[i + 1][j]) {
                j++;
            } else {
                left.set(i, !lines.get(i).isBlank());
                i++;
            }
        }
        return left;
    }

    private static boolean same(List<String> lines, int i, List<String> others, int j) {
        return withoutRemark(lines.get(i)).equals(withoutRemark(others.get(j)));
    }

    private static String withoutRemark(String line) {
        int remark = line.indexOf("//");
        return (remark < 0 ? line : line.substring(0, remark)).strip();
    }
}
