package io.github.ipclint.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.TranslationUnit.Attribute;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The stubs must say what is true of the JDK that runs the tests. */
class JavaModelsTest {
    private static final List<Prototype> PROTOTYPES = JavaModels.prototypes();
    private static final Models MODELS = new Models(JavaModels.load(), JavaModels.constants());

    @TestFactory
    Stream<DynamicTest> everyStubIsAMethodOfTheJdk() {
        return PROTOTYPES.stream()
                .filter(prototype -> !prototype.name().endsWith(">") || prototype.name().endsWith("<init>"))
                .map(prototype -> DynamicTest.dynamicTest(
                        prototype.name() + " line " + prototype.at().line(),
                        () -> assertThat(counterparts(prototype)).as("methods of that name, number of parameters and exceptions")
                                .isNotEmpty()));
    }

    private static List<Executable> counterparts(Prototype prototype) {
        String type = prototype.name().substring(0, prototype.name().lastIndexOf('.'));
        String name = prototype.name().substring(type.length() + 1);
        Class<?> declaring = classOf(type);
        Stream<? extends Executable> candidates = name.equals("<init>")
                ? Arrays.stream(declaring.getDeclaredConstructors())
                : Stream.concat(Arrays.stream(declaring.getDeclaredMethods()), Arrays.stream(declaring.getMethods()))
                        .filter(method -> method.getName().equals(name));
        boolean receiver = !prototype.parameters().isEmpty() && prototype.parameters().getFirst().kind() == Variable.Kind.RECEIVER;
        int count = prototype.parameters().size() - (receiver ? 1 : 0) + (prototype.variadic() ? 1 : 0);
        boolean constructor = name.equals("<init>");
        List<Executable> fitting = new ArrayList<>();
        candidates
                .filter(method -> method.getParameterCount() == count && method.isVarArgs() == prototype.variadic())
                .filter(method -> constructor || Modifier.isStatic(method.getModifiers()) != receiver)
                .filter(method -> thrown(prototype).stream().allMatch(exception -> mayThrow(method, exception)))
                .forEach(fitting::add);
        return fitting;
    }

    private static boolean mayThrow(Executable method, String exception) {
        Class<?> thrown = classOf(exception);
        return Arrays.stream(method.getExceptionTypes())
                .anyMatch(declared -> thrown.isAssignableFrom(declared) || declared.isAssignableFrom(thrown));
    }

    private static Set<String> thrown(Prototype prototype) {
        Set<String> names = new TreeSet<>();
        for (Attribute attribute : prototype.attributes()) {
            attribute.arguments().stream()
                    .map(argument -> argument.nested())
                    .filter(Objects::nonNull)
                    .filter(nested -> nested.name().equals("throws"))
                    .flatMap(nested -> nested.arguments().stream())
                    .forEach(argument -> names.add(String.valueOf(argument.expression())));
        }
        return names;
    }

    private static Class<?> classOf(String canonicalName) {
        String binaryName = canonicalName;
        while (true) {
            try {
                return Class.forName(binaryName, false, ClassLoader.getPlatformClassLoader());
            } catch (ClassNotFoundException absent) {
                int dot = binaryName.lastIndexOf('.');
                assertThat(dot).as("class %s", canonicalName).isPositive();
                binaryName = binaryName.substring(0, dot) + "$" + binaryName.substring(dot + 1);
            }
        }
    }

    @Test
    void noTwoOverloadsAreConfused() {
        List<String> keys = PROTOTYPES.stream()
                .map(prototype -> prototype.name() + "/" + prototype.parameters().size() + prototype.variadic())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void overloadsAreToldApartByTheNumberOfParameters() {
        assertThat(model("java.net.Socket", "<init>", 0).has(Effect.Blocks.class)).isFalse();
        assertThat(model("java.net.Socket", "<init>", 2).has(Effect.Blocks.class)).isTrue();
        assertThat(model("java.lang.ProcessBuilder", "<init>", 3).variadic()).isTrue();
    }

    @Test
    void modelsOfSupertypesApply() {
        Target close = new Target.Method("java.io.BufferedReader",
                List.of("java.io.Reader", "java.io.Closeable", "java.lang.AutoCloseable"), "close");
        FunctionModel model = MODELS.of(close, 0);
        assertThat(model).isNotNull();
        assertThat(model.has(Effect.Releases.class)).isTrue();
    }

    @Test
    void theThrowsClauseWithItsSupertypesIsTheFailure() {
        List<Effect.Fails> fails = model("java.net.ServerSocket", "accept", 0).all(Effect.Fails.class);
        assertThat(fails).singleElement().satisfies(one -> {
            assertThat(one.errnos()).startsWith("java.io.IOException", "java.lang.Exception");
            assertThat(one.result()).isNull();
        });
    }

    @Test
    void whatAcquiresCanBeReleased() {
        Set<String> acquired = new TreeSet<>();
        for (FunctionModel model : MODELS.all()) {
            model.all(Effect.Acquires.class).forEach(acquires -> acquired.add(acquires.kind()));
        }
        assertThat(acquired).contains("java_socket", "java_server_socket", "java_channel", "java_stream", "java_file", "java_piped",
                "java_lock", "java_process", "pipe_read_end", "pipe_write_end");
        assertThat(model("java.lang.AutoCloseable", "close", 0).has(Effect.Releases.class)).isTrue();
    }

    private static FunctionModel model(String type, String name, int arguments) {
        FunctionModel model = MODELS.of(new Target.Method(type, List.of(), name), arguments);
        assertThat(model).as("%s.%s/%s", type, name, arguments).isNotNull();
        return model;
    }
}
