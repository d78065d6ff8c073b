package io.github.ipclint.frontend.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.ir.Cfg;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.IrPrinter;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CFrontEndTest {
    @TempDir
    private Path root;

    private static TranslationUnit parse(String text) {
        return parse(text, StandardCharsets.UTF_8);
    }

    private static TranslationUnit parse(String text, Charset charset) {
        return new CFrontEnd().parse("a.c", text.getBytes(charset));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private TranslationUnit parseWithHeaders(String path, String text) {
        return new CFrontEnd(root, List.of(), new ReservedNames(Set.of("O_CLOEXEC"), Map.of())).parse(path,
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<Instruction> instructions(TranslationUnit unit) {
        return unit.functions().stream().flatMap(function -> function.cfg().blocks().stream())
                .flatMap(block -> block.instructions().stream());
    }

    private static List<Instruction.Call> calls(TranslationUnit unit) {
        return instructions(unit).filter(Instruction.Call.class::isInstance).map(Instruction.Call.class::cast).toList();
    }

    private static List<Long> sizes(String declarations, String... operands) {
        List<String> arguments = new ArrayList<>();
        for (String operand : operands) {
            arguments.add("sizeof " + operand);
        }
        TranslationUnit unit = parse(declarations + "\n use(" + String.join(", ", arguments) + "); }");
        return calls(unit).getLast().arguments().stream().map(argument -> ((Expression.SizeOf) argument).type().size()).toList();
    }

    @Test
    void sizesComeFromDeclarations() {
        String declarations =
                "typedef struct msgbuf { long mtype; char mtext[80]; } message;\n struct node { char c; struct node *n; short s; };"
                        + " enum e { A, B = 7 }; union u { int i; double d; };\n void f(message *m, char fixed[64]) { struct msgbuf mb; int a[B][2]; char s[] = \"hi\";";
        assertThat(
                sizes(declarations, "mb", "(mb.mtext)", "(*m)", "m->mtext", "m", "fixed", "(struct node)", "(a)", "a[0]", "s", "(union u)"))
                .containsExactly(88L, 80L, 88L, 80L, 8L, 8L, 24L, 56L, 8L, 3L, 8L);
        assertThat(sizes("void f(void) {", "(unsigned long long)", "(short)", "(pid_t)", "(struct other)", "\"abc\"", "(char *)",
                "(long double)", "(x)"))
                .containsExactly(8L, 2L, 4L, -1L, 4L, 8L, 16L, -1L);
    }

    @Test
    void structuresOfTheSystemHaveTheSizesThatTheyHaveOnLinux() {
        // As sizeof gives them with glibc 2.41 on x86-64.
        assertThat(sizes("void f(void) {",
                "(struct timespec)", "(struct timeval)", "(struct timezone)", "(struct itimerval)", "(struct itimerspec)", "(struct tm)",
                "(struct ipc_perm)", "(struct sembuf)", "(struct semid_ds)", "(struct shmid_ds)", "(struct msqid_ds)",
                "(struct mq_attr)", "(struct sigaction)", "(struct sigevent)", "(struct signalfd_siginfo)", "(struct pollfd)",
                "(struct inotify_event)", "(struct iovec)", "(struct sockaddr)", "(struct sockaddr_storage)", "(struct sockaddr_un)",
                "(struct in_addr)", "(struct sockaddr_in)", "(struct in6_addr)", "(struct sockaddr_in6)", "(struct msghdr)",
                "(struct cmsghdr)", "(struct linger)", "(struct ucred)", "(struct addrinfo)", "(struct hostent)", "(struct servent)",
                "(struct stat)", "(struct flock)", "(struct dirent)", "(struct rlimit)", "(struct rusage)", "(struct tms)",
                "(struct utsname)", "(struct passwd)", "(struct group)", "(struct winsize)", "(struct termios)"))
                .containsExactly(
                        16L, 16L, 8L, 32L, 32L, 56L, 48L, 6L, 104L, 112L, 120L, 64L, 152L, 64L, 128L, 8L, 16L, 16L, 16L, 128L, 110L, 4L,
                        16L, 16L, 28L, 56L, 16L, 8L, 12L, 48L, 32L, 32L, 144L, 32L, 280L, 16L, 144L, 32L, 390L, 48L, 32L, 8L, 60L);
    }

    @Test
    void rangesAreWhatTheUserWroteAlsoUnderMacros() {
        TranslationUnit unit = parse(
                "#define CHECK(x) do { if ((x) < 0) exit(1); } while (0)\nint f(int fd) {\n\tCHECK(close(fd));\n  return close(\n    fd);\n}\n");
        assertThat(calls(unit)).extracting(Instruction.Call::at).containsExactly(
                new SourceRange("a.c", 3, 2, 3, 18), new SourceRange("a.c", 3, 2, 3, 18), new SourceRange("a.c", 4, 10, 5, 8));
        assertThat(calls(unit)).extracting(Instruction.Call::source).containsExactly("CHECK(close(fd))", "CHECK(close(fd))", "close( fd)");
        Function function = unit.functions().getFirst();
        assertThat(function.at()).isEqualTo(new SourceRange("a.c", 2, 5, 2, 6));
        assertThat(function.body()).isEqualTo(new SourceRange("a.c", 2, 1, 6, 2));
    }

    @Test
    void aMacroOfAnUnknownHeaderMayBeAStatement() {
        TranslationUnit unit = parse(
                "int f(int fd) {\n  int done;\n  BEGIN_CRITICAL\n  done = close(fd);\n  END_CRITICAL\n  if (done < 0)\n    puts(\"x\");\n  return done;\n}\n");
        assertThat(unit.problems()).isEmpty();
        assertThat(unit.functions().getFirst().locals().stream().filter(local -> local.name().equals("done"))).hasSize(1);
        assertThat(calls(unit)).extracting(call -> call.at().line()).containsExactly(4, 7);
    }

    @Test
    void aNameWithAWrongLetterMeansTheOnlyLocalThatIsLikeIt() {
        TranslationUnit unit =
                parse("void f(char *segment, int outarg, int part1) { g(segmnt, optarg, part2, segments, SEGMNT); int segmext; h(segm3nt); }");
        assertThat(unit.problems()).extracting(TranslationUnit.Problem::message)
                .containsExactly("nothing declares 'segmnt'; taken for 'segment'");
        assertThat(IrPrinter.print(unit)).contains("g(segment, optarg, part2, segments, SEGMNT)", "h(segm3nt)");
    }

    @Test
    void aNameThatMayMeanTwoLocalsOrIsUsedAgainIsNotGuessed() {
        assertThat(parse("void f(char *segment, char *segmont) { g(segmnt); }").problems()).isEmpty();
        assertThat(parse("void f(char *segment) { g(segmnt); h(segmnt); }").problems()).isEmpty();
        assertThat(parse("#include \"generated.h\"\nvoid f(char *segment) { g(segmnt); }").problems()).isEmpty();
        byte[] ofTheSystem = "void f(char *strdop) { g(strdup); }".getBytes(StandardCharsets.UTF_8);
        ReservedNames system = new ReservedNames(Set.of("strdup"), Map.of());
        assertThat(new CFrontEnd(null, List.of(), ReservedNames.NONE).parse("a.c", ofTheSystem).problems()).hasSize(1);
        assertThat(new CFrontEnd(null, List.of(), system).parse("a.c", ofTheSystem).problems()).isEmpty();
    }

    @Test
    void macrosDoNotReplaceWhatTheModelsKnowUnlessTheyTakeOtherArguments() {
        ReservedNames names = new ReservedNames(Set.of("pwrite", "close"), Map.of("pwrite", 4, "close", 1));
        String text = "#define close(fd) safe_close(fd)\n#define pwrite(text, size) fwrite(text, 1, size, stdout)\n"
                + "void f(int fd) { pwrite(\"ab\", 2); close(fd); }\n";
        TranslationUnit unit = new CFrontEnd(root, List.of(), names).parse("a.c", text.getBytes(StandardCharsets.UTF_8));
        assertThat(calls(unit)).extracting(Instruction.Call::target)
                .containsExactly(new Instruction.Target.Named("fwrite"), new Instruction.Target.Named("close"));
    }

    @Test
    void encodingsAndLineEndsMakeNoDifference() {
        String text = "int f(void) {\n    /* été */ puts(\"naïve\");\n    return g();\n}\n";
        String expected = IrPrinter.print(parse(text));
        assertThat(expected).contains("call puts(\"naïve\")").doesNotContain("problem");
        assertThat(IrPrinter.print(parse(text, StandardCharsets.ISO_8859_1))).isEqualTo(expected);
        assertThat(IrPrinter.print(parse("\ufeff" + text.replace("\n", "\r\n").replace("    ", "\u00a0\t ")))).isEqualTo(expected);
        assertThat(IrPrinter.print(parse(text.replace("\n", "\r")))).isEqualTo(expected);
        assertThat(calls(parse(text.replace("\n", "\r\n"))).getLast().at()).isEqualTo(new SourceRange("a.c", 3, 12, 3, 15));
        assertThat(calls(parse("void f(void) { /* \ud83d\ude00 */ g(); }")).getLast().at().column()).isEqualTo(25);
    }

    @Test
    void deepNestingIsData() {
        int depth = 20_000;
        for (String text : List.of(
                "int f(int a) { return " + "(".repeat(depth) + "g(a)" + ")".repeat(depth) + "; }",
                "int f(int a) { return " + "-".repeat(depth).replace("-", "- ") + "g(a); }",
                "int f(int a) { return g(a)" + " + a".repeat(depth) + "; }",
                "void f(int a) { " + "{ int b;".repeat(depth) + "g(a);" + "}".repeat(depth) + "}",
                "void f(int a) { " + "if (a) ".repeat(depth) + "g(a); }",
                "void f(int a) { " + "if (a) ; else ".repeat(depth) + "g(a); }",
                "void f(int a) { x" + ".y".repeat(depth) + " = g(a); }",
                "void f(int " + "*".repeat(depth) + "a) { g(a); }",
                "void f(int a) { if (a" + " && a".repeat(depth) + ") g(a); }",
                "int x = " + "{".repeat(depth) + "1" + "}".repeat(depth) + "; void f(int a) { g(a); }")) {
            TranslationUnit unit = parse(text);
            assertThat(calls(unit)).as(text.substring(0, 40)).extracting(call -> call.target().toString()).containsExactly("Named[name=g]");
            assertThat(IrPrinter.print(unit)).isNotEmpty();
        }
    }

    @Test
    void garbageIsSurvived() {
        for (String text : List.of("", "}", "{", "\0\0\0", "#", "#define", "#if", "#else\n#endif", "int", "int f(", "/*", "\"", "'",
                "#include", "x".repeat(10_000), "\\")) {
            assertThat(parse(text).functions()).isEmpty();
        }
    }

    @Test
    void anUnfinishedFileIsAnalysed() {
        TranslationUnit unit = parse("int f(int a) {\n if (a) {\n  g(a);\n");
        assertThat(calls(unit)).hasSize(1);
    }

    @Test
    void macrosAndTypesComeFromProjectHeaders() throws IOException {
        write("include/limits_of.h", "#ifndef L_H\n#define L_H\n#define MAX 7\nenum { LOW = 3 };\n#endif\n");
        write("lib/api.h", "#include <limits_of.h>\n#include \"api.h\"\nstruct req { int a; char b[MAX]; };\nint send_req(struct req *r);\n"
                + "static inline int twice(int x) { return x * 2; }\nextern int level;\nvoid die(void) __attribute__((noreturn));\n");
        TranslationUnit unit = parseWithHeaders("lib/a.c",
                "#include \"api.h\"\n#include <stdio.h>\nvoid die(void) { level = LOW; f(sizeof(struct req), MAX); }\n");
        assertThat(unit.headers()).containsExactly("include/limits_of.h", "lib/api.h");
        assertThat(unit.declared()).contains("send_req", "twice", "die");
        assertThat(unit.constants()).containsEntry("MAX", 7L).containsEntry("LOW", 3L);
        assertThat(unit.functions()).singleElement().satisfies(die -> assertThat(die.is(Function.Mark.NORETURN)).isTrue());
        Instruction.Call call = calls(unit).getFirst();
        assertThat(call.arguments().getFirst()).isInstanceOfSatisfying(Expression.SizeOf.class,
                size -> assertThat(size.type().size()).isEqualTo(12));
        assertThat(call.arguments().getLast()).isEqualTo(new Expression.Constant(7));
    }

    @Test
    void theNearestHeaderIsMeantAndNoneOfSeveralStrangers() throws IOException {
        write("one/common.h", "#define KEY 1\n");
        write("two/common.h", "#define KEY 2\n");
        assertThat(parseWithHeaders("two/a.c", "#include \"common.h\"\n").constants()).containsEntry("KEY", 2L);
        assertThat(parseWithHeaders("three/a.c", "#include \"common.h\"\n").headers()).isEmpty();
    }

    @Test
    void fallBacksDoNotHideNamesThatTheModelsKnow() {
        String text = "#ifndef O_CLOEXEC\n#define O_CLOEXEC 0\n#endif\nvoid f(void) { g(O_CLOEXEC); }\n";
        assertThat(calls(parseWithHeaders("a.c", text)).getFirst().arguments()).containsExactly(new Expression.NamedConstant("O_CLOEXEC"));
    }

    @Test
    void annotationsMayBeWrittenAsAMacro() {
        TranslationUnit unit = parse(
                "#include \"ipclint.h\"\nIPC(acquires(result, file(rw)), fails(-1))\nint my_open(const char *path);\nint twice(int fd) IPC(must_check);\n");
        assertThat(unit.annotated()).extracting(TranslationUnit.Prototype::name).containsExactly("my_open", "twice");
        assertThat(unit.annotated().getFirst().attributes()).extracting(TranslationUnit.Attribute::name).containsExactly("acquires",
                "fails");
    }

    @Test
    void everyBranchStartsWithAnAssumption() {
        TranslationUnit unit = parse(
                "void f(int a) { while (a && g()) { switch (a) { case 1: break; default: h(); } do i(); while (!a || (a > 2 ? j() : 0)); } }");
        for (Cfg.Block block : unit.functions().getFirst().cfg().blocks()) {
            if (block.edges().size() > 1) {
                assertThat(block.edges()).allSatisfy(
                        edge -> assertThat(unit.functions().getFirst().cfg().blocks().get(edge.target()).instructions().getFirst())
                                .isInstanceOf(Instruction.Assume.class));
            }
        }
    }

    @Test
    void constantsOfMacrosAndEnumeratorsAreListed() {
        TranslationUnit unit =
                parse("#define SIZE (4 * 1024)\n#define KEY 0x1234\n#define FLAGS (O_RDWR | 1)\n#define C 'a'\nenum { A = SIZE, B };\n");
        assertThat(unit.constants()).containsEntry("SIZE", 4096L).containsEntry("KEY", 0x1234L).containsEntry("A", 4096L)
                .containsEntry("B", 4097L)
                .containsEntry("C", 97L).doesNotContainKey("FLAGS");
    }
}
