package io.github.ipclint.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.finding.AnalysisResult;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lies in a folder: the run ends, says what it left out, and still finds the mistake in the file beside it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadInputTest {
    private static final int DEPTH = 20_000;
    /** Where a parser takes time with the square of the depth. */
    private static final int LESSER_DEPTH = 2_000;
    private static final String RULE = "fork-failure-unhandled";
    private static final String MISTAKE = """
            #include <unistd.h>
            #include <sys/wait.h>
            int main(void)
            {
                if (fork() == 0)
                    _exit(0);
                wait(0);
                return 0;
            }
            """;

    @TempDir
    private Path folder;

    private AnalysisResult run(Path... paths) throws IOException {
        return new Analyzer(folder, true, 2).run(List.of(paths));
    }

    /** Analyses the folder with one more file in it, whose mistake must be found. */
    private AnalysisResult runBesideMistake() throws IOException {
        write("mistake.c", MISTAKE);
        AnalysisResult result = run(folder);
        assertThat(result.findings()).anySatisfy(finding -> {
            assertThat(finding.rule().id()).isEqualTo(RULE);
            assertThat(finding.at().path()).isEqualTo("mistake.c");
            assertThat(finding.at().line()).isEqualTo(5);
        });
        return result;
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static void assertNotice(AnalysisResult result, String path, String part) {
        assertThat(result.notices()).anySatisfy(notice -> {
            assertThat(notice.at().path()).isEqualTo(path);
            assertThat(notice.message()).contains(part);
        });
    }

    @Test
    void emptyFiles() throws IOException {
        write("empty.c", "");
        write("Empty.java", "");
        write("blank.c", "\n\n");
        write("empty.h", "");
        assertThat(runBesideMistake().coverage().files()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void anEmptyFolderIsClean() throws IOException {
        AnalysisResult result = run(folder);
        assertThat(result.findings()).isEmpty();
        assertThat(result.coverage().files()).isZero();
    }

    @Test
    void binaryFilesAreLeftOutAndSaid() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        write("object.c", noise);
        write("Wide.java", "class Wide {}".getBytes(StandardCharsets.UTF_16));
        AnalysisResult result = runBesideMistake();
        assertNotice(result, "object.c", "binary");
        assertNotice(result, "Wide.java", "binary");
    }

    @Test
    void hugeFilesAreLeftOutAndSaid() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(folder.resolve("huge.c").toFile(), "rw")) {
            huge.setLength(50L << 20);
        }
        assertNotice(runBesideMistake(), "huge.c", "larger than");
    }

    @Test
    void invalidUtf8() throws IOException {
        byte[] text = ("/* caf\u00e9 */\n#include <unistd.h>\nint main(void) { return fork() == 0 ? 1 : puts(\"\u00fc\"); }\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        write("latin.c", text);
        write("Latin.java", "class Latin { String s = \"\u00e9\"; /* \u00fc */ }\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(runBesideMistake().findings()).anySatisfy(finding -> {
            assertThat(finding.at().path()).isEqualTo("latin.c");
            assertThat(finding.at().line()).isEqualTo(3);
        });
    }

    @Test
    void byteOrderMarkAndForeignLineEnds() throws IOException {
        write("dos.c", "\ufeff" + MISTAKE.replace("\n", "\r\n"));
        write("unfinished.c", MISTAKE.stripTrailing());
        assertThat(runBesideMistake().findings()).filteredOn(it -> it.rule().id().equals(RULE)).hasSize(3)
                .allSatisfy(it -> assertThat(it.at().line()).isEqualTo(5));
    }

    @Test
    void linksInCircles() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        Files.createSymbolicLink(inner.resolve("up"), folder);
        Files.createSymbolicLink(inner.resolve("self.c"), Path.of("self.c"));
        Files.createSymbolicLink(inner.resolve("nowhere.c"), Path.of("not-there.c"));
        Files.createSymbolicLink(inner.resolve("again.c"), folder.resolve("mistake.c"));
        assertThat(runBesideMistake().findings()).filteredOn(it -> it.rule().id().equals(RULE)).hasSize(1);
    }

    @Test
    void aLinkThatIsNamedIsFollowed() throws IOException {
        write("real/mistake.c", MISTAKE);
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        assertThat(run(link).findings()).isNotEmpty();
    }

    @Test
    void pipesAreNotRead() throws IOException, InterruptedException {
        Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("pipe.c").toString()).start();
        Assumptions.assumeTrue(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0, "no mkfifo here");
        runBesideMistake();
    }

    @Test
    void unreadableFilesAreSaid() throws IOException {
        write("secret.c", MISTAKE);
        write("closed/inside.c", MISTAKE);
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no permissions here");
        Files.setPosixFilePermissions(folder.resolve("secret.c"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(folder.resolve("closed"), PosixFilePermissions.fromString("---------"));
        try {
            Assumptions.assumeFalse(Files.isReadable(folder.resolve("secret.c")), "root may read everything");
            AnalysisResult result = runBesideMistake();
            assertNotice(result, "secret.c", "permission denied");
            assertNotice(result, "closed", "permission denied");
        } finally {
            Files.setPosixFilePermissions(folder.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFileNamedTwiceIsAnalysedOnce() throws IOException {
        write("mistake.c", MISTAKE);
        Path file = folder.resolve("mistake.c");
        AnalysisResult result = run(file, file, folder);
        assertThat(result.findings()).filteredOn(it -> it.rule().id().equals(RULE)).hasSize(1);
        assertThat(result.coverage().files()).isEqualTo(1);
    }

    @Test
    void aFileThatIsGoneIsSaid() throws IOException {
        assertNotice(run(folder.resolve("gone.c")), "gone.c", "cannot be read");
    }

    static Stream<Arguments> deep() {
        String call = "fork();";
        return Stream.of(
                Arguments.of("parentheses", function("int x = " + repeat("(") + "1" + repeat(")") + ";" + call)),
                Arguments.of("blocks", function(repeat("{") + call + repeat("}"))),
                Arguments.of("conditions", function(repeat("if (x) ") + call)),
                Arguments.of("loops", function("while (x) ".repeat(LESSER_DEPTH) + call)),
                Arguments.of("else", function(repeat("if (x) f(); else ") + call)),
                Arguments.of("negations", function("int y = " + repeat("!") + "x;" + call)),
                Arguments.of("sum", function("int y = x" + repeat(" + x") + ";" + call)),
                Arguments.of("conjunction", function("if (x" + repeat(" && x") + ") " + call)),
                Arguments.of("choices", function("int y = " + repeat("x ? 1 : ") + "2;" + call)),
                Arguments.of("calls", function("f(".repeat(LESSER_DEPTH) + "x" + ")".repeat(LESSER_DEPTH) + ";" + call)),
                Arguments.of("casts", function("int y = " + repeat("(int) ") + "x;" + call)),
                Arguments.of("dereferences", function("int y = " + repeat("*") + "p;" + call)),
                Arguments.of("fields", function("a" + repeat(".b") + " = 1;" + call)),
                Arguments.of("indices", function("a" + repeat("[0]") + " = 1;" + call)),
                Arguments.of("pointers", function("int " + repeat("*") + "q;" + call)),
                Arguments.of("initializers", function("int q[] = " + repeat("{") + "1" + repeat("}") + ";" + call)),
                Arguments.of("declarators", function("int " + repeat("(") + "q" + repeat(")") + ";" + call)),
                Arguments.of("structs", repeat("struct { ") + "int x;" + repeat("} a;") + "\n" + function(call)),
                Arguments.of("comma", function("x = 1" + repeat(", x") + ";" + call)),
                Arguments.of("strings", function("puts(" + repeat("\"a\" ") + ");" + call)),
                Arguments.of("statements", function(repeat("x++; ") + call)),
                Arguments.of("cases", function("switch (x) {" + IntStream.range(0, DEPTH).mapToObj(i -> "case " + i + ": ").collect(
                        Collectors.joining()) + call + "}")),
                Arguments.of("labels",
                        function(IntStream.range(0, DEPTH).mapToObj(i -> "l" + i + ": ").collect(Collectors.joining()) + call)),
                Arguments.of("open parentheses", function(call + repeat("("))),
                Arguments.of("open blocks", function(call + repeat("{"))),
                Arguments.of("closed blocks", function(call + repeat("}"))),
                Arguments.of("preprocessor", repeat("#if 1\n") + function(call) + repeat("#endif\n")),
                Arguments.of("parameters",
                        "#include <unistd.h>\nint f(int a" + IntStream.range(0, DEPTH).mapToObj(i -> ", int a" + i).collect(
                                Collectors.joining()) + ") { " + call + " }\n"));
    }

    private static String function(String body) {
        return "#include <unistd.h>\nint f(int x, int *p) {\n" + body + "\nreturn 0; }\n";
    }

    private static String repeat(String text) {
        return text.repeat(DEPTH);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deep")
    void deepOrLongC(String kind, String source) throws IOException {
        write("deep.c", source);
        runBesideMistake();
    }

    static Stream<Arguments> deepJava() {
        return Stream.of(
                Arguments.of("parentheses", method("int x = " + repeat("(") + "1" + repeat(")") + ";")),
                Arguments.of("blocks", method(repeat("{") + repeat("}"))),
                Arguments.of("conditions", method(repeat("if (b) ") + ";")),
                Arguments.of("else", method(repeat("if (b) {} else ") + ";")),
                Arguments.of("sum", method("String s = \"a\"" + repeat(" + \"a\"") + ";")),
                Arguments.of("calls", method("Object o = new StringBuilder()" + ".append(1)".repeat(LESSER_DEPTH) + ";")),
                Arguments.of("lambdas", method("Object o = " + "() -> ".repeat(LESSER_DEPTH) + "1;")),
                Arguments.of("tries", method("try { ".repeat(LESSER_DEPTH) + "} finally {}".repeat(LESSER_DEPTH))),
                Arguments.of("classes", "class A { ".repeat(LESSER_DEPTH) + "}".repeat(LESSER_DEPTH)),
                Arguments.of("generics", method("List<".repeat(LESSER_DEPTH) + "A" + ">".repeat(LESSER_DEPTH) + " l;")),
                Arguments.of("open blocks", method("{".repeat(LESSER_DEPTH))),
                Arguments.of("open generics", method("a<".repeat(LESSER_DEPTH / 4))));
    }

    private static String method(String body) {
        return "class Deep {\nvoid f(boolean b) throws Exception { new java.net.Socket(\"h\", 1).close();\n" + body + "\n}\n}\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deepJava")
    void deepOrLongJava(String kind, String source) throws IOException {
        write("Deep.java", source);
        runBesideMistake();
    }

    static Stream<Arguments> odd() {
        return Stream.of(
                Arguments.of("open comment", "int f(void) { fork(); } /* and so on"),
                Arguments.of("open string", "int f(void) { fork(); puts(\"and so on); }\n"),
                Arguments.of("open directive", "#if 1\nint f(void) { fork(); }\n"),
                Arguments.of("stray directives", "#endif\n#else\n#elif\n#define\n#undef\n#include\n#if\n#\n##\nint f(void) { fork(); }\n"),
                Arguments.of("backslash at the end", "int f(void) { fork(); }\n#define A \\"),
                Arguments.of("numbers", "int a[99999999999999999999]; int b = 1 << 1000, c = 1 / 0, d = 0x, e = 1e99999, g = 08;\n"
                        + "#if 1 / 0\n#endif\n#if 99999999999999999999999\n#endif\nint f(void) { fork(); return 1 % 0; }\n"),
                Arguments.of("misplaced", "case 1: break; return; int f(void) { case 2: break; continue; goto nowhere; fork(); } } }\n"),
                Arguments.of("twice",
                        "int f(void) { fork(); }\nint f(int x) { fork(); }\nint main(void) { f(); }\nint main(void) { f(); }\n"),
                Arguments.of("not C", "\"fork\" = { fork: [1, 2, fork()] }\n<fork>()</fork>\nimport fork\n"),
                Arguments.of("one long line", "int f(void) { " + "fork(); ".repeat(5) + " /* " + "x".repeat(2_000_000) + " */ }"),
                Arguments.of("laughs", "#define A0 fork(),\n" + IntStream.range(0, 40).mapToObj(i -> "#define A%d A%d A%d\n".formatted(
                        i + 1, i, i)).collect(Collectors.joining()) + "int f(void) { A40 0; }\n"),
                Arguments.of("macros that call each other",
                        "#define A B\n#define B A\n#define F(x) F(F(x))\nint f(void) { A; F(fork()); }\n"),
                Arguments.of("includes itself", "#include \"odd.c\"\n#include \".\"\n#include \"/dev/zero\"\n#include \"\"\n#include <\n"
                        + "#define X \"odd.c\"\n#include X\nint f(void) { fork(); }\n"),
                Arguments.of("recursion", "int g(int); int f(int x) { fork(); return g(f(x)); } int g(int x) { return f(g(x)); }\n"
                        + "int main(void) { return f(g(1)); }\n"),
                Arguments.of("long chain", IntStream.range(0, 3000).mapToObj(i -> "int f%d(void) { return f%d(); }\n".formatted(i, i + 1))
                        .collect(Collectors.joining()) + "int f3000(void) { return fork(); }\nint main(void) { return f0(); }\n"),
                Arguments.of("many paths", "int f(int *p) { int n = 0;\n" + IntStream.range(0, 2000).mapToObj(
                        i -> "if (p[%d]) { n += fork(); } else { n--; }\n".formatted(i)).collect(Collectors.joining()) + "return n; }\n"),
                Arguments.of("many descriptors", "int main(void) { int fd;\n" + IntStream.range(0, 2000).mapToObj(
                        i -> "fd = open(\"f%d\", 0);\n".formatted(i)).collect(Collectors.joining()) + "return fork(); }\n"),
                Arguments.of("loops in loops",
                        function(IntStream.range(0, 12).mapToObj(i -> "for (int i%d = 0; i%d < x; i%d++) { fork();".formatted(
                                i, i, i)).collect(Collectors.joining()) + "}".repeat(12))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void oddC(String kind, String source) throws IOException {
        write("odd.c", source);
        runBesideMistake();
    }

    @Test
    void noiseThatLooksLikeC() throws IOException {
        String[] words =
                {"fork", "(", ")", "{", "}", ";", "if", "while", "int", "x", "=", "1", "*", "&", ",", "\"", "'", "#define", "\n", "/*",
                        "*/", "//", "struct", "return", "->", "[", "]", "case", ":", "?", "sizeof", "for", "pipe", "close", "read", "-",
                        "typedef", "switch"};
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            write("noise%d.c".formatted(seed), IntStream.range(0, 3000).mapToObj(i -> words[random.nextInt(words.length)]).collect(
                    Collectors.joining(" ")));
        }
        runBesideMistake();
    }

    @Test
    void filesWithoutReadersStayUnread() throws IOException {
        write("target/generated.c", MISTAKE);
        write(".git/hook.c", MISTAKE);
        write("notes.txt", MISTAKE);
        assertThat(runBesideMistake().coverage().files()).isEqualTo(1);
    }
}
