package io.github.ipclint.frontend.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.treesitter.jtreesitter.Language;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading trees takes for granted of tree-sitter and its grammar, without asking at each node. */
class NativeTreeTest {
    private static final String EVERY_MARK = """
            struct pair { int ends[2], number; } pairs[] = {{{1, 2}, 3}, {.ends = {[0] = 4}}};
            enum { ONE, TWO };
            [[nodiscard]] static int (*handlers[3])(int, char *);
            int f(int a, int b[], ...) {
                for (int i = 0, j = (1, 2); i < 3; i++) { g((char *) b, (struct pair) {{0}, 1}, ({ h(); })); ; }
                do { if (a) { return sizeof (int); } } while (b[a]);
                switch (a) { case (1): break; default: ; }
                __asm__("nop" : : "r"(a), "r"(b));
                return (*handlers[0])(a, "ü") ? _Generic(a, int: 1, default: 2) : (a);
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"", "/* \u00fc \ud83d\ude00 */ "})
    void marksHaveNoRoleAndNodesBeginWhereTheirTextDoes(String before) {
        String text = before + (before.isEmpty() ? EVERY_MARK.replace("ü", "u") : EVERY_MARK);
        Language language = new Language(NativeTree.LANGUAGE);
        int marks = 0;
        try (NativeTree tree = new NativeTree(text)) {
            boolean more = true;
            while (more) {
                tree.look();
                String kind = Objects.requireNonNull(language.getSymbolName((short) tree.symbol()));
                if (Parsing.MARKS.contains(kind)) {
                    marks++;
                    assertThat(tree.field()).as(kind).isZero();
                    assertThat(tree.isWritten(kind)).as("%s at %d", kind, tree.start()).isTrue();
                } else if (kind.endsWith("identifier")) {
                    assertThat(text.substring(tree.start(), tree.end())).matches("\\w+");
                }
                more = tree.toFirstChild() || tree.toNextSibling();
                while (!more && tree.toParent()) {
                    more = tree.toNextSibling();
                }
            }
        }
        assertThat(marks)
                .isEqualTo(text.replaceAll("\\[\\[|]]", "").chars().filter(c -> Parsing.MARKS.contains(Character.toString(c))).count());
    }
}
