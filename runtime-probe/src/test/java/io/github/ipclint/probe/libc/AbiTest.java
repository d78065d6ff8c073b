package io.github.ipclint.probe.libc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of constants and layouts is what the C compilers of this machine say. */
class AbiTest {
    private static final String TARGET =
            Map.of("amd64", "X86_64", "aarch64", "AARCH64").getOrDefault(System.getProperty("os.arch"), "none");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"cc, GLIBC", "musl-gcc, MUSL"})
    void ofThisProcessor(String compiler, String library) throws IOException, InterruptedException {
        assumeTrue(!TARGET.equals("none"), "no column for this processor");
        check(compiler, Platform.valueOf(TARGET + "_" + library));
    }

    @Test
    void ofTheOtherProcessor() throws IOException, InterruptedException {
        check("aarch64-linux-gnu-gcc", Platform.AARCH64_GLIBC);
    }

    @Test
    void everyExpressionIsKnownOnEveryPlatform() {
        assertThat(Abi.rows()).hasSizeGreaterThan(200);
        assertThat(Abi.rows().values()).allSatisfy(row -> assertThat(row.values()).hasSize(Platform.values().length));
    }

    private void check(String compiler, Platform platform) throws IOException, InterruptedException {
        assumeTrue(run(List.of("sh", "-c", "command -v " + compiler)).code() == 0, compiler + " is not installed");
        String target = run(List.of(compiler, "-dumpmachine")).output();
        assumeTrue(platform.name().startsWith(target.split("-")[0].toUpperCase(java.util.Locale.ROOT)), compiler + " is for " + target);
        Path source = Files.writeString(folder.resolve("table.c"), assertions(platform));
        List<String> command = new java.util.ArrayList<>(List.of(compiler, "-std=gnu11", "-fsyntax-only", source.toString()));
        if (compiler.startsWith("musl")) {
            // the kernel's own headers are not part of musl
            command.addAll(List.of("-idirafter", "/usr/include/" + target.strip(), "-idirafter", "/usr/include"));
        }
        assertThat(run(command)).isEqualTo(new Run(0, ""));
    }

    private static String assertions(Platform platform) {
        String includes = Abi.rows().values().stream().map(Abi.Row::header).distinct().map(it -> "#include <" + it + ">\n")
                .collect(Collectors.joining());
        String checks = Abi.rows().values().stream()
                .map(row -> "_Static_assert((long) (%s) == %d, \"%s\");%n".formatted(row.expression(), row.values().get(platform),
                        row.expression()))
                .collect(Collectors.joining());
        return "#define _GNU_SOURCE\n#include <stddef.h>\n" + includes + checks;
    }

    private record Run(int code, String output) {}

    private static Run run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return new Run(127, "");
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
