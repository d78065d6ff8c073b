package io.github.ipclint.frontend.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.ir.TranslationUnit.Argument;
import io.github.ipclint.ir.TranslationUnit.Attribute;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrototypeReaderTest {
    private static List<String> read(String header) {
        return CFrontEnd.prototypes("models.h", header.getBytes(StandardCharsets.UTF_8)).stream().map(PrototypeReaderTest::show).toList();
    }

    private static String show(Prototype prototype) {
        return prototype.attributes().stream().map(PrototypeReaderTest::show).collect(Collectors.joining(", ", "[", "] "))
                + prototype.result().type() + " " + prototype.name() + prototype.parameters() + (prototype.variadic() ? "..." : "");
    }

    private static String show(Attribute attribute) {
        return attribute.name() + attribute.arguments().stream().map(PrototypeReaderTest::show).collect(Collectors.joining("; ", "(", ")"));
    }

    private static String show(Argument argument) {
        return argument.nested() != null ? show(argument.nested())
                : argument.expression().getClass().getSimpleName() + " " + argument.expression();
    }

    @Test
    void slotsAreReadsOfParametersAndOtherNamesAreConstants() {
        assertThat(read("[[ipc::acquires(fd[0], pipe_read_end), ipc::fails(-1), ipc::must_check]]\nint pipe(int fd[2]);"))
                .containsExactly("[acquires(Read fd[0]; NamedConstant pipe_read_end), fails(Constant -1), must_check()] "
                        + "Primitive[name=int, size=4, signed=true] pipe[fd]");
    }

    @Test
    void callsStayNestedAndResultIsASlot() {
        assertThat(read("[[ipc::creates(result, mode(mode), when(oflag & O_CREAT)), ipc::y(args(1), \"s\", *p, act->sa_handler)]]"
                + " int open(const char *path, int oflag, struct sigaction *act, int *p, ...);"))
                .containsExactly("[creates(Read result; mode(NamedConstant mode); when(Binary oflag & O_CREAT)),"
                        + " y(args(Constant 1); Text \"s\"; Read *p; Read act->sa_handler)] "
                        + "Primitive[name=int, size=4, signed=true] open[path, oflag, act, p]...");
    }

    @Test
    void namesOfFunctionsAreConstantsInAttributes() {
        assertThat(read("int child(int); [[ipc::waits(child)]] int wait(int *);"))
                .element(1)
                .isEqualTo("[waits(NamedConstant child)] Primitive[name=int, size=4, signed=true] wait[]");
    }

    @Test
    void prototypesWithoutAttributesAreThereToo() {
        assertThat(read("void (*signal(int sig, void (*func)(int)))(int); [[noreturn]] void _exit(int);"))
                .satisfiesExactly(
                        signal -> assertThat(signal).startsWith("[] ").endsWith("signal[sig, func]"),
                        exit -> assertThat(exit).startsWith("[noreturn()] "));
    }

    @Test
    void attributesMayFollowTheDeclarator() {
        assertThat(read("int f(int a) [[ipc::must_check]];")).singleElement().asString().startsWith("[must_check()] ");
    }

    @Test
    void attributesOfGnuForDescriptorsSayWhatAnArgumentMustBe() {
        String uses = "[uses(Read from; NamedConstant readable), partial()] ";
        assertThat(read("""
                int a(int from) __attribute__((fd_arg_read(1)));
                extern __attribute__((nonnull(2), __fd_arg_read__ (1), const)) int b(int from, char *p);
                [[gnu::fd_arg_read(1)]] int c(int from);
                static int d(int from) __attribute__((warn_unused_result)) __attribute__((fd_arg_read(1))) { return from; }
                """)).allSatisfy(prototype -> assertThat(prototype).startsWith(uses)).hasSize(4);
        assertThat(read("void f(int from, int to) __attribute__((fd_arg(1), fd_arg_write(2), fd_arg(3)));"))
                .satisfiesExactly(prototype -> assertThat(prototype)
                        .startsWith("[uses(Read from), uses(Read to; NamedConstant writable), partial()] "));
        assertThat(read("[[ipc::releases(from)]] void g(int from) __attribute__((fd_arg(1)));"))
                .satisfiesExactly(prototype -> assertThat(prototype).startsWith("[releases(Read from)] "));
    }
}
