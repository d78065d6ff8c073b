package io.github.ipclint.frontend.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.ir.SourceRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules of the preprocessor, C23 6.10, and where ours differ from a compiler's. */
class PreprocessorTest {
    private static ExpandedText run(String text) {
        return new Preprocessor(SourceText.of("a.c", text.getBytes(StandardCharsets.UTF_8)), new MacroTable(), Preprocessor.NO_INCLUDES)
                .run();
    }

    private static String expand(String... lines) {
        return run(String.join("\n", lines)).text().strip().replaceAll("\\s+", " ");
    }

    @Test
    void argumentsAreExpandedBeforeTheyAreSubstituted() {
        assertThat(expand("#define N 4", "#define twice(x) ((x) * 2)", "twice(twice(N))")).isEqualTo("((((4) * 2)) * 2)");
    }

    @Test
    void aMacroIsNotExpandedInItself() {
        assertThat(expand("#define f(x) f(x + 1)", "#define a b", "#define b a", "f(f(1)) a b")).isEqualTo("f(f(1 + 1) + 1) a b");
    }

    @Test
    void operandsOfPasteAndStringAreNotExpanded() {
        assertThat(expand("#define N 4", "#define glue(a, b) a##b", "#define name(a) #a", "#define deep(a) name(a)",
                "glue(N, 1) name(N) deep(N) name( a  \"q\\n\" )"))
                .isEqualTo("N1 \"N\" \"4\" \"a \\\"q\\\\n\\\"\"");
    }

    @Test
    void pasteWithNothingGivesTheOtherOperand() {
        assertThat(expand("#define glue(a, b) x a##b y", "glue(1,) glue(,2) glue(,)")).isEqualTo("x 1 y x 2 y x y");
    }

    @Test
    void furtherArgumentsKeepTheirCommas() {
        assertThat(expand("#define log(format, ...) printf(format, ##__VA_ARGS__)", "#define named(rest...) f(rest)",
                "log(\"a\"); log(\"b\", 1, 2); named(1, 2);"))
                .isEqualTo("printf(\"a\") ; printf(\"b\",1, 2) ; f(1, 2) ;");
    }

    @Test
    void anArgumentListMayFollowInTheTextOrOnOtherLines() {
        assertThat(expand("#define call f", "#define f(x) g(x)", "call\n (1)", "f", "(2, f"))
                .isEqualTo("g(1) f (2, f");
    }

    @Test
    void aMacroWithArgumentsIsNothingWithoutThem() {
        assertThat(expand("#define f(x) g(x)", "int f; f(1)")).isEqualTo("int f; g(1)");
    }

    @Test
    void literalsAndCommentsHideMacros() {
        assertThat(expand("#define N 4", "\"N\" 'N' /* N */ // N", "N1 0N N")).isEqualTo("\"N\" 'N' N1 0N 4");
    }

    @Test
    void definitionsMayBeTakenBackAndContinued() {
        assertThat(expand("#define N 1 + \\", "  2 /* three */", "N", "#undef N", "N", "#  define N 5", "N")).isEqualTo("1 + 2 N 5");
    }

    @Test
    void definitionsThatGrowForEverAreLeftAlone() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add("#define x" + i + " x" + (i + 1) + " x" + (i + 1));
        }
        lines.add("x0;");
        assertThat(expand(lines.toArray(String[]::new))).isEqualTo("x0;");
    }

    @Test
    void conditionsThatAreOpenHoldAndAreRemembered() {
        assertThat(expand("#ifdef A", "1", "#else", "2", "#endif", "#ifndef A", "3", "#else", "4", "#endif")).isEqualTo("1 4");
        assertThat(expand("#if !defined(A) && B > 3", "1", "#else", "2", "#endif", "#ifdef A", "3", "#endif")).isEqualTo("1");
    }

    @Test
    void conditionsThatAreKnownAreObeyed() {
        assertThat(expand("#define N 3", "#if N == 3 && defined(__linux__)", "1", "#elif 1", "2", "#endif", "#ifdef _WIN32", "3",
                "#elif N << 1 > 7", "4", "#else", "5", "#endif"))
                .isEqualTo("1 5");
        assertThat(expand("#if 0", "don't", "#if 1", "1", "#endif", "#else", "2", "#endif")).isEqualTo("2");
    }

    @Test
    void otherBranchesAtFileScopeComeAfterTheRest() {
        assertThat(expand("#ifdef A", "int a(void) { }", "#else", "int b(void) { }", "int main(void) { }", "#endif", "int c(void) { }"))
                .isEqualTo("int a(void) { } int c(void) { } int b(void) { } int main_of_other_branch (void) { }");
        assertThat(expand("void f(void) {", "#ifdef A", "if (1) {", "#else", "if (2) {", "#endif", "} }"))
                .isEqualTo("void f(void) { if (1) { } }");
    }

    @Test
    void everyCharacterLeadsBackToTheSource() {
        ExpandedText text = run("#define FD (fd + 1)\nint x = close(FD); /* c */ y;\n");
        int close = text.text().indexOf("close");
        assertThat(text.range(close, close + 5)).isEqualTo(new SourceRange("a.c", 2, 9, 2, 14));
        int sum = text.text().indexOf("+");
        assertThat(text.range(sum, sum + 1)).isEqualTo(new SourceRange("a.c", 2, 15, 2, 17));
        assertThat(text.written(sum, sum + 1)).isEqualTo("FD");
        int y = text.text().indexOf("y;");
        assertThat(text.range(y, y + 1)).isEqualTo(new SourceRange("a.c", 2, 28, 2, 29));
    }

    @Test
    void functionsWithoutTypeReturnInt() {
        assertThat(expand("main() {", "}", "old(a) char *a; {", "}", "static s(void) {", "}", "call(x);")).isEqualTo(
                "int main() { } int old(a) char *a; { } static int s(void) { } call(x);");
    }

    @Test
    void aNameThatIsAMacroElsewhereMayBeDefinedAsAFunction() {
        assertThat(expand("#define reverse(p, n)", "void reverse(char *p, unsigned n);", "void reverse(char *p, unsigned n)", "{", "}",
                "reverse(a, 1);"))
                .isEqualTo("void reverse(char *p, unsigned n); void reverse(char *p, unsigned n) { } ;");
    }

    @Test
    void unknownWordsInHeadsOfFunctionsAreDropped() {
        assertThat(expand("EXPORT int f(void) FAST;", "int g(void) NORETURN_ATTRIBUTE;", "size_type const x;")).isEqualTo(
                "int f(void) ; int g(void) __attribute__((noreturn)); size_type const x;");
    }

    @Test
    void attributesInCapitalLettersGoAloneAndInRowsAndOnlyWhereAHeadEnds() {
        assertThat(expand("void die(const char *f, ...) PRINTF_LIKE(1, 2) NORETURN COLD;")).isEqualTo(
                "void die(const char *f, ...) __attribute__((noreturn)) ;");
        assertThat(expand("int CALLED_LIKE f(void) { return X; }")).isEqualTo(
                "int f(void) { return X; }");
        assertThat(expand("static BOOL f(void); DWORD g(int a);")).isEqualTo(
                "static BOOL f(void); DWORD g(int a);");
        assertThat(expand("table *t = (table *)NONE;")).isEqualTo(
                "table *t = (table *)NONE;");
    }
}
