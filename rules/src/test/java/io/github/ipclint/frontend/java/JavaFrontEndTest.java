package io.github.ipclint.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Function.Mark;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.IrPrinter;
import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.ir.Variable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaFrontEndTest {
    @Test
    void callsEndTheirBlockAndAssignTheVariableThatTheSourceAssigns() {
        assertThat(Lowered.body("static void f(String host) throws IOException { Socket s = new Socket(host, 80); s.close(); }")).isEqualTo("""
                0:
                    s = call java.net.Socket::<init>(host, 80)
                    -> 1, 2 on java.net.UnknownHostException, 2 on java.io.IOException
                1:
                    call s.java.net.Socket::close()
                    -> 3, 4 on java.io.IOException
                2:
                    throw exception
                3:
                    leave s
                4:
                    throw exception
                """);
    }

    @Test
    void exceptionsReachTheHandlersThatMayCatchThem() {
        assertThat(Lowered.body("""
                static void f(String host) {
                    try { new Socket(host, 80).close(); } catch (UnknownHostException e) { g(1); } catch (IOException e) { g(2); }
                }
                static void g(int n) {}""")).isEqualTo("""
                0:
                    new Socket(host, 80) = call java.net.Socket::<init>(host, 80)
                    -> 4, 2 on java.net.UnknownHostException, 3 on java.io.IOException
                1:
                2:
                    leave new Socket(host, 80)
                    call A::g(1)
                    -> 1
                3:
                    leave new Socket(host, 80)
                    call A::g(2)
                    -> 1
                4:
                    call new Socket(host, 80).java.net.Socket::close()
                    -> 5, 2 on java.net.UnknownHostException, 3 on java.io.IOException
                5:
                    leave new Socket(host, 80)
                    -> 1
                """);
    }

    @Test
    void aHandlerThatNothingDeclaredReachesTakesEveryCall() {
        assertThat(Lowered.body("static void f() { try { g(); } catch (RuntimeException e) { return; } } static void g() {}")).isEqualTo("""
                0:
                    call A::g()
                    -> 1, 2 on java.lang.RuntimeException
                1:
                2:
                    return
                """);
    }

    @Test
    void finallyIsLoweredForEachWayOut() {
        assertThat(Lowered.body("static int f(InputStream in) throws IOException { try { return in.read(); } finally { in.close(); } }"))
                .isEqualTo("""
                0:
                    in.read() = call in.java.io.InputStream::read()
                    -> 2, 1 on *
                1:
                    call in.java.io.InputStream::close()
                    -> 5, 6 on java.io.IOException
                2:
                    call in.java.io.InputStream::close()
                    -> 3, 4 on java.io.IOException
                3:
                    return in.read()
                4:
                    throw exception
                5:
                    throw exception
                6:
                    throw exception
                """);
    }

    @Test
    void tryWithResourcesClosesOnBothWaysAndTestsForNullWhereNeeded() {
        assertThat(
                Lowered.body("static void f(File file) throws IOException { try (FileReader in = new FileReader(file)) { in.read(); } }"))
                .isEqualTo("""
                0:
                    in = call java.io.FileReader::<init>(file)
                    -> 1, 2 on java.io.FileNotFoundException
                1:
                    call in.java.io.FileReader::read()
                    -> 3, 4 on *
                2:
                    throw exception
                3:
                    call in.java.io.FileReader::close()
                    -> 5, 6 on java.io.IOException
                4:
                    call in.java.io.FileReader::close()
                    -> 7, 7 on java.lang.Throwable
                5:
                    leave in
                6:
                    throw exception
                7:
                    throw exception
                """);
        assertThat(Lowered.body("static void f() throws IOException { try (Reader in = g()) { } } static Reader g() { return null; }"))
                .contains("assume in != null\n    call in.java.io.Reader::close()")
                .contains("assume not in != null");
    }

    @Test
    void sideEffectsHappenInOrder() {
        assertThat(Lowered.body("static void f(int k) { int a = k++ + k; a += 2; }")).isEqualTo("""
                0:
                    k++ = k
                    k = k + 1
                    a = k++ + k
                    a = a + 2
                    leave a
                """);
    }

    @Test
    void shortCircuitOperatorsBranch() {
        assertThat(Lowered.body("static void f(boolean a, boolean b) { if (a && !b) { g(); } } static void g() {}")).isEqualTo("""
                0:
                    -> 2, 3
                1:
                2:
                    assume a
                    -> 4, 5
                3:
                    assume not a
                    -> 1
                4:
                    assume b
                    -> 1
                5:
                    assume not b
                    call A::g()
                    -> 1
                """);
    }

    @Test
    void labelsSwitchesAndMonitors() {
        assertThat(Lowered.body("static void f(int n) { out: for (;;) { for (;;) { if (n > 1) continue out; if (n > 2) break out; } } }"))
                .doesNotContain("call");
        assertThat(Lowered.body("static int f(String s) { return switch (s) { case \"a\" -> 1; default -> { int q = 2; yield q; } }; }"))
                .contains("assume s == \"a\"", "= q");
        assertThat(Lowered.body("static void f(Object lock) { synchronized (lock) { g(); } } static void g() {}"))
                .contains("call lock.java.lang.Object::<monitorenter>()", "call lock.java.lang.Object::<monitorexit>()");
    }

    @Test
    void textFoldsAroundItsHoles() {
        TranslationUnit unit = Lowered.unit("""
                class A {
                    static final int N = 40 * 100 + 2;
                    static final String NAME = "/tmp/" + "x" + N;
                    static String f(int pid) { return NAME + '.' + pid + ".a" + ".b"; }
                }""");
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.f"))).contains("return \"/tmp/x4002.\" + pid + \".a.b\"");
        assertThat(unit.constants()).containsEntry("A.N", 4002L);
    }

    @Test
    void lambdasCaptureTheVariablesThemselves() {
        TranslationUnit unit = Lowered.unit(
                "import java.net.*; class A { static void f(Socket s) { new Thread(() -> g(s)).start(); } static void g(Socket s) {} }");
        Function lambda = Lowered.function(unit, "A.f$lambda1");
        Variable parameter = Lowered.function(unit, "A.f").parameters().getFirst();
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.f"))).contains("call java.lang.Thread::<init>(A.f$lambda1)");
        assertThat(calls(lambda)).singleElement()
                .satisfies(call -> assertThat(call.arguments().toString()).isEqualTo("[" + parameter.name() + "]"));
        assertThat(lambda.locals()).doesNotContain(parameter);
    }

    @Test
    void anObjectPassedForAFunctionBecomesOne() {
        TranslationUnit unit = Lowered.unit("""
                class A implements Runnable {
                    public void run() {}
                    static void f() { new Thread(new A()).start(); Runnable r = new A(); r.run(); java.util.concurrent.ForkJoinPool.commonPool().execute(A::g); }
                    static void g() {}
                }""");
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.f")))
                .contains("call java.lang.Thread::<init>(A.f$lambda1)")
                .contains("r = A.f$lambda2", "call (*r)()")
                .contains("execute(A.f$lambda3)");
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.f$lambda1"))).contains("call new A().A::run()");
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.f$lambda3"))).contains("call A::g()");
    }

    @Test
    void aThreadThatOverridesRunRunsItself() {
        TranslationUnit unit = Lowered.unit("class A extends Thread { int n = 1; A() { start(); } public void run() {} }");
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.<init>"))).isEqualTo("""
                0:
                    this->target = A.<init>$lambda1
                    this->n = 1
                    call this.A::start()
                    -> 1
                1:
                """);
    }

    @Test
    void innerClassesKnowTheObjectAround() {
        TranslationUnit unit = Lowered.unit("""
                class A {
                    int n;
                    void f() { new In().g(); }
                    class In { void g() { n = 1; h(); } }
                    void h() {}
                }""");
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.f"))).contains("new In()->this$0 = this");
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.In.g"))).contains("this->this$0->n = 1", "call this->this$0.A::h()");
    }

    @Test
    void recordsAndEnumsHaveTheirImpliedMembers() {
        TranslationUnit unit = Lowered.unit(
                "record A(int x) { A { if (x < 0) throw new IllegalArgumentException(); } enum E { ONE } static Object f() { return E.ONE; } }");
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.<init>"))).contains("this->x = x");
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.x"))).contains("return this->x");
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.f"))).contains("return A.E.ONE");
    }

    @Test
    void staticFieldsAreGlobalsWithAnInitialiser() {
        TranslationUnit unit = Lowered.unit(
                "import java.net.*; class A { static ServerSocket s; private static int k = g(); static { s = null; } static int g() { return 1; } }");
        assertThat(unit.globals()).extracting(Variable::name, Variable::kind)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("A.s", Variable.Kind.GLOBAL),
                        org.assertj.core.api.Assertions.tuple("k", Variable.Kind.FILE_STATIC));
        assertThat(unit.initializer()).isNotNull();
        assertThat(IrPrinter.print(unit.initializer())).contains("k = call A::g()", "A.s = null");
    }

    @Test
    void typesFollowGenericsLambdasAndChains() {
        assertThat(Lowered.body(
                "static void f(Map<String, List<Socket>> all) throws IOException { for (var e : all.entrySet()) for (var s : e.getValue()) s.close(); }"))
                .contains("call s.java.net.Socket::close()");
        assertThat(Lowered.body("""
                static void f(List<Integer> ports) throws Exception {
                    java.util.concurrent.CompletableFuture.supplyAsync(() -> new ServerSocket()).get().accept();
                }""")).contains("java.net.ServerSocket::accept()");
        assertThat(Lowered.body(
                "static void f(Socket s) throws IOException { var in = new BufferedReader(new InputStreamReader(s.getInputStream())); in.readLine(); }"))
                .contains("call in.java.io.BufferedReader::readLine()");
    }

    @Test
    void targetsNameTheSupertypesNearestFirst() {
        TranslationUnit unit = Lowered
                .unit("class A extends java.io.BufferedReader { A() { super(null); } static void f(A a) throws Exception { a.close(); } }");
        Target target = calls(Lowered.function(unit, "A.f")).getFirst().target();
        assertThat(target).isInstanceOfSatisfying(Target.Method.class, method -> {
            assertThat(method.type()).isEqualTo("A");
            assertThat(method.supertypes()).startsWith("java.io.BufferedReader", "java.io.Reader").endsWith("java.lang.Object");
        });
    }

    @Test
    void classesOfOtherFilesAreFoundBySourceRoot(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("a/q"));
        Files.writeString(root.resolve("a/q/Wire.java"),
                "package q; public class Wire { java.net.Socket s; public java.net.Socket open() throws java.io.IOException { return s; } static final int PORT = 7; }");
        String source =
                "package q; class A { static void f(Wire w) throws Exception { w.open().close(); w.s.close(); g(Wire.PORT); } static void g(int p) {} }";
        TranslationUnit unit = new JavaFrontEnd(List.of(root)).parse("a/q/A.java", source.getBytes(StandardCharsets.UTF_8));
        assertThat(Lowered.withoutHead(Lowered.function(unit, "q.A.f")))
                .contains("call w.q.Wire::open()")
                .contains("call w.open().java.net.Socket::close()")
                .contains("call w->s.java.net.Socket::close()")
                .contains("call q.A::g(7)");
    }

    @Test
    void marksSayWhoCanCall() {
        TranslationUnit unit = Lowered
                .unit("public class A { public static void main(String[] a) {} private void g() {} synchronized void h(int... x) {} }");
        assertThat(Lowered.function(unit, "A.main").marks()).containsExactlyInAnyOrder(Mark.JAVA, Mark.STATIC, Mark.PUBLIC);
        assertThat(Lowered.function(unit, "A.g").marks()).containsExactly(Mark.JAVA);
        assertThat(Lowered.function(unit, "A.h").marks()).containsExactlyInAnyOrder(Mark.JAVA, Mark.SYNCHRONIZED, Mark.VARIADIC);
    }

    @Test
    void whatDoesNotParseIsSaidAndTheRestLowered() {
        TranslationUnit unit = Lowered.unit("class A { void f() { int x = ; } void g() { h(); } void h() {} }");
        assertThat(unit.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem.at().line()).isEqualTo(1));
        assertThat(Lowered.function(unit, "A.g")).isNotNull();
        assertThat(Lowered.unit("}{").functions()).isEmpty();
        assertThat(Lowered.unit("").problems()).isEmpty();
    }

    @Test
    void sourcesThatAreNotUtf8AreReadAsLatin1() {
        byte[] content = "class A { String f() { return \"\u00e9\"; } }".getBytes(StandardCharsets.ISO_8859_1);
        TranslationUnit unit = new JavaFrontEnd(List.of()).parse("A.java", content);
        assertThat(Lowered.withoutHead(Lowered.function(unit, "A.f"))).contains("return \"\u00e9\"");
    }

    @Test
    void deepNestingIsData() {
        String sum = "1" + " + x".repeat(5_000);
        String blocks = "{".repeat(1_000) + "}".repeat(1_000);
        TranslationUnit unit = Lowered.unit("class A { int f(int x) { " + blocks + " return " + sum + "; } }");
        assertThat(unit.problems()).isEmpty();
        assertThat(unit.functions()).hasSize(2);
    }

    @Test
    void nestedFinallyBlocksDoNotExplode() {
        StringBuilder body = new StringBuilder("g();");
        for (int i = 0; i < 24; i++) {
            body.insert(0, "try { g(); } finally { ").append(" }");
        }
        TranslationUnit unit =
                Lowered.unit("class A { static void f() throws Exception { " + body + " } static void g() throws Exception {} }");
        assertThat(Lowered.function(unit, "A.f").complete()).isFalse();
    }

    @Test
    void compactSourceFilesImportTheJdk() {
        TranslationUnit unit = Lowered.unit("void main() throws Exception { var s = List.of(1); Files.delete(Path.of(\"x\")); }");
        assertThat(unit.problems()).isEmpty();
        assertThat(unit.functions()).anySatisfy(function -> assertThat(IrPrinter.print(function)).contains("java.nio.file.Files::delete"));
    }

    private static List<Call> calls(Function function) {
        Stream<Instruction> instructions = function.cfg().blocks().stream().flatMap(block -> block.instructions().stream());
        return instructions.filter(Call.class::isInstance).map(Call.class::cast).toList();
    }
}
