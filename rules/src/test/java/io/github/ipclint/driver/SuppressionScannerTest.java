package io.github.ipclint.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionScannerTest {
    private static final RuleInfo LEAK = new RuleInfo("fd-leak", Level.WARNING, List.of("C"), "x", List.of());
    private static final RuleInfo UNCHECKED = new RuleInfo("unchecked-result", Level.WARNING, List.of("C"), "x", List.of());

    /** Every line that holds LEAK or UNCHECKED in its code has such a finding. */
    private static SuppressionResult apply(String path, String text) {
        List<Finding> findings = new ArrayList<>();
        String[] lines = text.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            for (RuleInfo rule : List.of(LEAK, UNCHECKED)) {
                int column = lines[i].indexOf(rule == LEAK ? "LEAK" : "UNCHECKED");
                if (column >= 0) {
                    findings.add(finding(rule, new SourceRange(path, i + 1, column + 1, i + 1, column + 5)));
                }
            }
        }
        return new SuppressionScanner().apply(findings, Map.of(path, text));
    }

    private static Finding finding(RuleInfo rule, SourceRange at) {
        return new Finding(rule, Level.WARNING, at, "m", List.of(), List.of(), "f", "s");
    }

    private static List<String> kept(SuppressionResult result) {
        return result.findings().stream().map(f -> f.at().line() + " " + f.rule().id()).toList();
    }

    private static List<String> suppressed(SuppressionResult result) {
        return result.suppressed().stream()
                .map(s -> s.finding().at().line() + " " + s.finding().rule().id() + ": " + s.reason())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "LEAK(); // ipclint:allow fd-leak the daemon keeps it",
                    "LEAK(); /* ipclint:allow fd-leak the daemon keeps it */",
                    "LEAK(); // ipclint:allow fd-leak: the daemon keeps it",
                    "LEAK(); // ipclint:allow fd-leak, the daemon keeps it",
                    "/* ipclint:allow fd-leak -- the daemon keeps it */ LEAK();",
                    "LEAK(1'000); //ipclint:allow fd-leak the daemon keeps it",
                    "LEAK(u8'\"', \"/*\"); // ipclint:allow fd-leak the daemon keeps it",
            })
    void onTheLine(String line) {
        SuppressionResult result = apply("a.c", line + "\n");
        assertThat(suppressed(result)).containsExactly("1 fd-leak: the daemon keeps it");
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void onTheLineAbove() {
        SuppressionResult result = apply("a.c", "  // ipclint:allow fd-leak kept open\n  LEAK();\n  LEAK();\n");
        assertThat(suppressed(result)).containsExactly("2 fd-leak: kept open");
        assertThat(kept(result)).containsExactly("3 fd-leak");
        assertThat(result.suppressed().getFirst().at()).isEqualTo(new SourceRange("a.c", 1, 3, 1, 37));
    }

    @Test
    void stackedOrListedForSeveralRules() {
        assertThat(suppressed(apply(
                "a.c", "// ipclint:allow fd-leak one\n/* ipclint:allow unchecked-result two */\nLEAK(UNCHECKED);\n")))
                .containsExactly("3 fd-leak: one", "3 unchecked-result: two");
        assertThat(suppressed(apply("a.c", "LEAK(UNCHECKED); // ipclint:allow fd-leak,unchecked-result both\n")))
                .containsExactly("1 fd-leak: both", "1 unchecked-result: both");
    }

    @Test
    void reasonOverSeveralLines() {
        assertThat(suppressed(apply("a.c", "/*\n * ipclint:allow fd-leak the daemon\n * keeps it\n */\nLEAK();\n")))
                .containsExactly("5 fd-leak: the daemon keeps it");
    }

    @Test
    void behindACallThatSpansLines() {
        Finding call = finding(LEAK, new SourceRange("a.c", 1, 1, 2, 9));
        var result = new SuppressionScanner()
                .apply(List.of(call), Map.of("a.c", "f(a,\n     b);  // ipclint:allow fd-leak kept\n"));
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void commentBehindCodeDoesNotReachTheNextLine() {
        SuppressionResult result = apply("a.c", "x(); // ipclint:allow fd-leak kept\nLEAK();\n");
        assertThat(kept(result)).containsExactly("1 suppression-unused", "2 fd-leak");
    }

    @Test
    void blankLineBreaksTheLink() {
        assertThat(kept(apply("a.c", "// ipclint:allow fd-leak kept\n\nLEAK();\n")))
                .containsExactly("1 suppression-unused", "3 fd-leak");
    }

    @Test
    void otherRulesStay() {
        assertThat(kept(apply("a.c", "LEAK(UNCHECKED); // ipclint:allow fd-leak kept\n"))).containsExactly("1 unchecked-result");
    }

    @Test
    void withoutReasonHasNoEffect() {
        SuppressionResult result = apply("a.c", "LEAK(); // ipclint:allow fd-leak\n");
        assertThat(kept(result)).containsExactlyInAnyOrder("1 fd-leak", "1 suppression-without-reason");
        assertThat(result.findings().getLast().message())
                .isEqualTo("suppression of 'fd-leak' has no effect because it gives no reason");
    }

    @Test
    void withoutRule() {
        assertThat(apply("a.c", "// ipclint:allow\n// ipclint:allow *\n").findings())
                .extracting(Finding::message)
                .containsExactly("suppression names no rule", "suppression names no rule");
    }

    @Test
    void onlyCommentsCountAndOnlyFromTheirStart() {
        String text =
                """
                char *s = "// ipclint:allow fd-leak no";
                // as in "ipclint:allow fd-leak no"
                #error don't
                """;
        assertThat(apply("a.c", text).findings()).isEmpty();
        assertThat(apply("a.java", "String s = \"\"\"\n  // ipclint:allow fd-leak no\n  \"\"\";").findings()).isEmpty();
    }

    @Test
    void annotationCoversItsDeclaration() {
        String text =
                """
                class A {
                  @SuppressWarnings("ipclint:fd-leak closed by the pool")
                  @Deprecated(since = "{")
                  void f(int[] a) {
                    if (a == null) { LEAK(); }
                    LEAK(); // }
                  }
                  void g() { LEAK(); }
                }
                """;
        SuppressionResult result = apply("A.java", text);
        assertThat(suppressed(result)).containsExactly("5 fd-leak: closed by the pool", "6 fd-leak: closed by the pool");
        assertThat(kept(result)).containsExactly("8 fd-leak");
    }

    @Test
    void annotationReachesNoFurtherThanWhatItStandsOn() {
        String text =
                """
                @SuppressWarnings({"unused", "ipclint:unchecked-result"}) // whole class is a test
                class A {
                  @SuppressWarnings("ipclint:fd-leak field")
                  Supplier<X> s = () -> { LEAK(); },
                      t = () -> { LEAK(); };
                  void f(@SuppressWarnings("ipclint:fd-leak parameter") int LEAK) {
                    LEAK(UNCHECKED);
                    @SuppressWarnings("ipclint:fd-leak local") var x =
                        LEAK();
                    LEAK();
                  }
                }
                """;
        SuppressionResult result = apply("A.java", text);
        assertThat(suppressed(result))
                .containsExactly(
                        "4 fd-leak: field",
                        "5 fd-leak: field",
                        "6 fd-leak: parameter",
                        "7 unchecked-result: whole class is a test",
                        "9 fd-leak: local");
        assertThat(kept(result)).containsExactly("7 fd-leak", "10 fd-leak");
    }

    @Test
    void annotationNeedsAReasonToo() {
        assertThat(kept(apply("A.java", "@SuppressWarnings(\"ipclint:fd-leak\")\nclass A { Object o = LEAK(); }\n")))
                .containsExactly("1 suppression-without-reason", "2 fd-leak");
        assertThat(kept(apply("A.java", "@SuppressWarnings(\"ipclint:fd-leak x\")\nclass A {}\n")))
                .containsExactly("1 suppression-unused");
    }

    @Test
    void nearestReasonWinsAndBothCountAsUsed() {
        SuppressionResult result = apply(
                "A.java",
                "@SuppressWarnings(\"ipclint:fd-leak outer\")\nclass A {\n  // ipclint:allow fd-leak inner\n  Object o = LEAK();\n}\n");
        assertThat(suppressed(result)).containsExactly("4 fd-leak: inner");
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void unfinishedTextIsNoTrouble() {
        Stream.of("/* ipclint:allow fd-leak", "// ipclint:allow fd-leak\\", "@SuppressWarnings(\"ipclint:fd-leak", "'", "\"\\",
                "@SuppressWarnings({\"ipclint:fd-leak x\"", "\"\"\"ipclint:", "class A {{{ @SuppressWarnings(\"ipclint:fd-leak x\") {")
                .forEach(text -> {
                    assertThat(apply("A.java", text).suppressed()).isEmpty();
                    assertThat(apply("a.c", text).suppressed()).isEmpty();
                });
    }

    @Test
    void carriageReturnsCountAsTheLanguageCountsThem() {
        assertThat(suppressed(apply("a.c", "int x;\r\n// ipclint:allow fd-leak kept\r\nLEAK();\r\n"))).containsExactly("3 fd-leak: kept");
        assertThat(suppressed(apply("A.java", "int x;\r// ipclint:allow fd-leak kept\rLEAK();\r"))).containsExactly("3 fd-leak: kept");
    }
}
