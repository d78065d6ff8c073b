package io.github.ipclint.frontend.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.ir.IrPrinter;
import io.github.ipclint.ir.TranslationUnit;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small sources with the intermediate representation that they are lowered to, in a file beside each. {@code -Dgolden.update=FOLDER}
 * writes these files anew.
 */
class LoweringTest {
    @TestFactory
    Stream<DynamicTest> lowering() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(LoweringTest.class.getResource("lowering")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".c")).sorted().toList();
            return sources.stream().map(source -> DynamicTest.dynamicTest(source.getFileName().toString(), () -> compare(source)));
        }
    }

    private static void compare(Path source) throws IOException {
        String name = source.getFileName().toString();
        TranslationUnit unit = new CFrontEnd().parse(name, Files.readAllBytes(source));
        assertThat(unit.functions().stream().flatMap(function -> Invariants.violations(function).stream())).isEmpty();
        String lowered = IrPrinter.print(unit);
        String expected = name.replace(".c", ".ir");
        String update = System.getProperty("golden.update");
        if (update != null) {
            Files.writeString(Path.of(update, expected), lowered);
        } else {
            assertThat(lowered).isEqualTo(Files.readString(source.resolveSibling(expected)));
        }
    }
}
