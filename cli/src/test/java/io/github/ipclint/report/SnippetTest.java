package io.github.ipclint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.ir.SourceRange;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SnippetTest {
    private static Snippet snippet(String line, int column, int endColumn) {
        return Snippet.of(line, new SourceRange("a.c", 1, column, 1, endColumn), 40);
    }

    @Test
    void caretStandsUnderThePlace() {
        Snippet snippet = snippet("\tif (pipe(fd) < 0)  ", 6, 14);
        assertThat(snippet.text()).isEqualTo("\tif (pipe(fd) < 0)");
        assertThat(snippet.caret()).isEqualTo("\t    ^~~~~~~~");
    }

    @Test
    void widthOfCharactersCounts() {
        assertThat(snippet("日本(x)", 4, 5).caret()).isEqualTo("     ^");
        assertThat(snippet("e\u0301(x)", 4, 5).caret()).isEqualTo("  ^");
        assertThat(snippet("😀(x)", 4, 5).caret()).isEqualTo("   ^");
        assertThat(snippet("\u202e(x)", 3, 4).caret()).isEqualTo(" ".repeat("<U+202E>".length() + 1) + "^");
    }

    @Test
    void placesOutsideTheLine() {
        assertThat(snippet("abc", 9, 12)).isEqualTo(new Snippet("abc", "", ""));
        assertThat(snippet("abc", -1, -1)).isEqualTo(new Snippet("", "a", "bc"));
        assertThat(snippet("", 1, 1)).isEqualTo(new Snippet("", "", ""));
        assertThat(Snippet.of("abc;", new SourceRange("a.c", 1, 2, 3, 1), 40)).isEqualTo(new Snippet("a", "bc;", ""));
    }

    @Test
    void longLinesAreCutRoundThePlace() {
        Snippet snippet = snippet("x".repeat(5_000) + "HERE" + "y".repeat(5_000), 5_001, 5_005);
        assertThat(snippet.marked()).isEqualTo("HERE");
        assertThat(snippet.text()).hasSize(42).startsWith("…x").endsWith("y…");
        assertThat(snippet("HERE" + "y".repeat(5_000), 1, 5).text()).hasSize(41).startsWith("HERE");
        assertThat(snippet("x".repeat(5_000) + "HERE", 5_001, 5_005).text()).hasSize(41).endsWith("HERE");
    }

    @Test
    void anyPlaceInAnyLine() {
        SplittableRandom random = new SplittableRandom(7);
        int[] alphabet = {'a', '\t', ' ', 0x1f600, 0x202e, 0xd800, 0x5d0, 0x301};
        for (int round = 0; round < 5_000; round++) {
            StringBuilder line = new StringBuilder();
            for (int i = random.nextInt(100); i > 0; i--) {
                line.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            Snippet snippet = snippet(line.toString(), random.nextInt(-2, 210), random.nextInt(-2, 210));
            assertThat(VisibleText.wellFormed(snippet.text())).isEqualTo(snippet.text());
            assertThat(snippet.text().codePoints().filter(c -> c == 0x1f600 || c == 'a').count()).isLessThanOrEqualTo(41);
            assertThat(snippet.caret()).contains("^");
        }
    }
}
