package io.github.ipclint.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.ir.SourceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final RuleInfo LEAK = new RuleInfo("fd-leak", Level.WARNING, List.of("C"), "x", List.of());
    private static final RuleInfo UNCHECKED = new RuleInfo("unchecked-result", Level.WARNING, List.of("C"), "x", List.of());

    private static Finding finding(RuleInfo rule, String path, int line, String function, String statement) {
        return new Finding(
                rule, Level.WARNING, new SourceRange(path, line, 3, line, 9), "m", List.of(), List.of(), function, statement);
    }

    private static Finding leak(int line) {
        return finding(LEAK, "a.c", line, "main", "return -1;");
    }

    private static String only(Finding finding) {
        return Fingerprint.of(List.of(finding)).get(finding).value();
    }

    @Test
    void doesNotDependOnTheLineOrOnLayout() {
        String here = only(finding(LEAK, "a.c", 10, "main", "n = read( fd,buf , sizeof buf );"));
        assertThat(only(finding(LEAK, "a.c", 99, "main", "n=read(fd, buf, sizeof  buf);"))).isEqualTo(here);
        assertThat(here).matches("[0-9a-f]{32}");
    }

    @Test
    void staysTheSameForEver() {
        // baselines of users hold this value
        assertThat(only(leak(10))).isEqualTo("d323a55bb202f3ec69cc2c367ed16c62");
    }

    @Test
    void dependsOnRulePathFunctionAndStatement() {
        assertThat(List.of(
                only(leak(1)),
                only(finding(UNCHECKED, "a.c", 1, "main", "return -1;")),
                only(finding(LEAK, "b.c", 1, "main", "return -1;")),
                only(finding(LEAK, "a.c", 1, "child", "return -1;")),
                only(finding(LEAK, "a.c", 1, "main", "return 1;")),
                only(finding(LEAK, "a.c", 1, "mainreturn", "-1;"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void wordsStayApart() {
        assertThat(Fingerprint.withoutLayout(" sizeof  buf [ 0 ]\n+ x ")).isEqualTo("sizeof buf[0]+x");
    }

    @Test
    void equalStatementsAreNumberedInTheOrderOfTheText() {
        var both = Fingerprint.of(List.of(leak(20), leak(10)));
        assertThat(both.get(leak(10)).value()).isEqualTo(only(leak(10)));
        assertThat(both.get(leak(20))).isNotEqualTo(both.get(leak(10)));
        assertThat(Fingerprint.of(List.of(leak(11), leak(21))).get(leak(21))).isEqualTo(both.get(leak(20)));
    }
}
