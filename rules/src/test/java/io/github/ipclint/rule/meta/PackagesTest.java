package io.github.ipclint.rule.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every package says what it is, and that null needs saying. */
class PackagesTest {
    /** Names that say nothing of the domain. */
    private static final Set<String> EMPTY_NAMES =
            Set.of("util", "utils", "common", "impl", "helper", "helpers", "misc", "core", "manager");

    private static final Set<String> PACKAGES = JavaSource.all().stream().map(JavaSource::folder).collect(Collectors.toSet());

    @Test
    void everyPackageIsNullMarkedAndDescribed() {
        Set<String> described = JavaSource.all().stream()
                .filter(source -> source.fileName().equals("package-info.java"))
                .filter(source -> source.text().contains("@NullMarked") && isSentence(source.docComment()))
                .map(JavaSource::folder)
                .collect(Collectors.toSet());
        assertThat(PACKAGES.stream().filter(it -> !described.contains(it)).sorted())
                .as("packages without a package-info.java with @NullMarked and a sentence")
                .isEmpty();
    }

    @Test
    void packagesAreNouns() {
        assertThat(PACKAGES.stream().filter(it -> Stream.of(it.split("/")).anyMatch(EMPTY_NAMES::contains)).sorted()).isEmpty();
    }

    @Test
    void classesAreNoManagers() {
        List<String> names = JavaSource.all().stream().map(JavaSource::fileName).toList();
        assertThat(names).noneMatch(it -> it.matches("Abstract.*|.*(Manager|Helper|Utils?|Impl)\\.java"));
    }

    private static boolean isSentence(String doc) {
        return doc.length() > 20 && Character.isUpperCase(doc.codePointAt(0)) && doc.endsWith(".");
    }
}
