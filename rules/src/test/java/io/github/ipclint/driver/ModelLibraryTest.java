package io.github.ipclint.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.frontend.c.CFrontEnd;
import io.github.ipclint.ir.TranslationUnit.Problem;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.FunctionModel.Trait;
import io.github.ipclint.model.HandleKind;
import io.github.ipclint.model.Models;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tests over the models that we ship. That slots exist and constants are known is checked whenever they are read. */
class ModelLibraryTest {
    private static final Path HEADERS = Path.of("src/main/resources/io/github/ipclint/model/c");
    private static final ModelLibrary LIBRARY = ModelLibrary.shipped();
    private static final Models MODELS = LIBRARY.models();

    @Test
    void everyHeaderIsIncluded() throws IOException {
        try (Stream<Path> files = Files.walk(HEADERS)) {
            Set<String> there = files.filter(file -> file.toString().endsWith(".h"))
                    .map(file -> HEADERS.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
            there.removeAll(Set.of("all.h", "constants.h"));
            assertThat(ModelLibrary.headers()).containsExactlyElementsOf(there);
        }
    }

    @Test
    void noFunctionIsDescribedTwice() throws IOException {
        List<String> names = new ArrayList<>();
        for (String header : ModelLibrary.headers()) {
            CFrontEnd.prototypes(header, Files.readAllBytes(HEADERS.resolve(header))).forEach(prototype -> names.add(prototype.name()));
        }
        assertThat(names).doesNotHaveDuplicates().hasSameSizeAs(MODELS.all());
    }

    @Test
    void everyKindThatIsAcquiredHasAnEnd() {
        assertThat(kinds().filter(kind -> !hasEnd(kind))).isEmpty();
    }

    @Test
    void everyKindIsAcquiredBySomething() {
        assertThat(kinds().collect(Collectors.toSet())).containsExactlyInAnyOrder(systemKinds());
    }

    @TestFactory
    Stream<DynamicTest> everyFunctionOfAHeaderIsKnown() {
        return lines("posix-functions.txt").map(line -> {
            String[] parts = line.split(": ", 2);
            return DynamicTest.dynamicTest(
                    parts[0],
                    () -> assertThat(parts[1].split(" ")).allSatisfy(name -> assertThat(MODELS.of(name)).as(name).isNotNull()));
        });
    }

    @Test
    void asyncSignalSafeIsWhatPosixSaysAndWhatIsSafeInPractice() {
        Set<String> safe = MODELS.all().stream()
                .filter(model -> model.is(Trait.ASYNC_SIGNAL_SAFE))
                .map(FunctionModel::name)
                .collect(Collectors.toSet());
        // Macros that only look at a wait status are no functions, and in no list of functions.
        safe.removeIf(name -> name.matches("W[A-Z]+"));
        // Atomic operations, single system calls and looks into tables: safe everywhere, though POSIX does not list them.
        assertThat(safe).containsExactlyInAnyOrderElementsOf(
                Stream.concat(lines("async-signal-safe.txt"), lines("async-signal-safe-in-practice.txt")).toList());
    }

    @Test
    void errorsAreErrnoValues() {
        assertThat(effects(Effect.Fails.class).flatMap(fails -> fails.errnos().stream()))
                .allSatisfy(errno -> assertThat(MODELS.constant(errno)).as(errno).isPresent());
    }

    @Test
    void whatMakesProcessesOrObjectsMakesAFileWorthAnalysing() {
        Set<Class<? extends Effect>> makes =
                Set.of(Effect.Forks.class, Effect.Execs.class, Effect.Spawns.class, Effect.Waits.class, Effect.Maps.class);
        assertThat(MODELS.all().stream().filter(model -> makes.stream().anyMatch(model::has)))
                .filteredOn(model -> !model.is(Trait.SEED))
                .extracting(FunctionModel::name)
                .containsExactly("pclose");
    }

    @Test
    void ordinaryInputAndOutputMakesNoFileWorthAnalysing() {
        assertThat(List.of("close", "read", "write", "printf", "exit", "malloc", "strlen"))
                .noneSatisfy(name -> assertThat(Objects.requireNonNull(MODELS.of(name)).is(Trait.SEED)).isTrue());
    }

    @Test
    void interruptibleCallsFailWithEintr() {
        assertThat(MODELS.all().stream().filter(model -> model.is(Trait.INTERRUPTIBLE) && model.has(Effect.Fails.class)))
                .filteredOn(model -> model.all(Effect.Fails.class).stream()
                        .noneMatch(fails -> fails.errnos().contains("EINTR") || fails.errnos().isEmpty()))
                .isEmpty();
    }

    @Test
    void userHeadersAddTheirOwnAndReplaceOurs() {
        String header =
                "enum { OPEN_QUICKLY = 4 };\n[[ipc::acquires(result, file), ipc::fails(-1), ipc::must_check]] int open_config(int how);\n"
                        + "[[ipc::releases(nothing)]] void close_config(int fd);\n";
        List<Problem> problems = new ArrayList<>();
        Models models = LIBRARY.with(
                CFrontEnd.prototypes("config.h", header.getBytes(StandardCharsets.UTF_8)), Map.of("OPEN_QUICKLY", 4L), problems);
        assertThat(Objects.requireNonNull(models.of("open_config")).has(Effect.Acquires.class)).isTrue();
        assertThat(models.of("pipe")).isNotNull();
        assertThat(problems)
                .extracting(problem -> problem.at() + ": " + problem.message())
                .containsExactly("config.h:3:3: 'nothing' is neither a parameter of 'close_config' nor a known constant");
    }

    private static boolean hasEnd(HandleKind kind) {
        if (kind.isIdentifier()) {
            return effects(Effect.Removes.class).anyMatch(removes -> removes.slot() != null);
        }
        return effects(Effect.Releases.class)
                .anyMatch(releases -> releases.kind() == null ? kind.isDescriptor() : kind.word().equals(releases.kind()));
    }

    /** The kinds that system calls make; the others belong to the stubs of the JDK. */
    private static HandleKind[] systemKinds() {
        return Stream.of(HandleKind.values()).filter(kind -> !kind.word().startsWith("java_")).toArray(HandleKind[]::new);
    }

    private static Stream<HandleKind> kinds() {
        return effects(Effect.Acquires.class).map(acquires -> HandleKind.of(acquires.kind()).orElseThrow()).distinct();
    }

    private static <E extends Effect> Stream<E> effects(Class<E> kind) {
        return MODELS.all().stream().flatMap(model -> model.all(kind).stream());
    }

    private static Stream<String> lines(String resource) {
        try (InputStream stream = Objects.requireNonNull(
                ModelLibraryTest.class.getResourceAsStream("/io/github/ipclint/model/" + resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList()
                    .stream();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
