package io.github.ipclint.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which JDK the analyzer gets, on machines made of folders. */
class JdkSearchTest {
    @TempDir
    Path machine;

    @ParameterizedTest
    @CsvSource({"25.0.3, 25", "26, 26", "26-ea, 26", "17.0.15, 17", "1.8.0_402, 8"})
    void theReleaseFileTellsTheVersion(String version, int feature) throws IOException {
        Path home = jdk("jdk", version).toRealPath();
        assertThat(Jdk.at(home)).hasValueSatisfying(jdk -> {
            assertThat(jdk.feature()).isEqualTo(feature);
            assertThat(jdk.version()).isEqualTo(version);
            assertThat(jdk.java()).isEqualTo(home.resolve("bin/java"));
        });
    }

    @Test
    void aFolderWithoutReleaseOrWithoutJavaIsNoJdk() throws IOException {
        Path noJava = jdk("no-java", "25");
        Files.delete(noJava.resolve("bin/java"));
        Path odd = jdk("odd", "25");
        Files.writeString(odd.resolve("release"), "IMPLEMENTOR=\"somebody\"\n");
        assertThat(List.of(noJava, odd, machine.resolve("nowhere"))).allSatisfy(home -> assertThat(Jdk.at(home)).isEmpty());
    }

    @Test
    void theFirstThatIsNewEnoughWinsAndTheOthersAreTold() throws IOException {
        JdkSearch search = JdkSearch.among(List.of(
                new JdkCandidate("JAVA_HOME", jdk("old", "21.0.1")),
                new JdkCandidate("a folder", machine.resolve("gone")),
                new JdkCandidate("first", jdk("first", "25.0.1")),
                new JdkCandidate("second", jdk("second", "26"))));
        assertThat(search.found()).map(Jdk::version).hasValue("25.0.1");
        assertThat(search.origin()).isEqualTo("first");
        assertThat(search.rejected()).hasSize(2);
        assertThat(search.rejected().get(0)).startsWith("JAVA_HOME: ").endsWith("is Java 21.0.1");
        assertThat(search.rejected().get(1)).endsWith("is no JDK");
    }

    @Test
    void aJdkWithTwoNamesIsLookedAtOnce() throws IOException {
        Path real = jdk("java-17-openjdk", "17.0.15");
        Path link = Files.createSymbolicLink(machine.resolve("java-1.17.0-openjdk"), real);
        JdkSearch search = JdkSearch.among(List.of(new JdkCandidate("a", real), new JdkCandidate("b", link)));
        assertThat(search.rejected()).hasSize(1);
    }

    @Test
    void withoutAnyTheAdviceNamesThreeWaysAndWhatWasLookedAt() throws IOException {
        JdkSearch search = JdkSearch.among(List.of(new JdkCandidate("JAVA_HOME", jdk("old", "21"))));
        assertThat(search.found()).isEmpty();
        assertThat(search.advice()).contains("-Dipclint.jdk=", "toolchains.xml", "install one", "JAVA_HOME: ", "is Java 21");
        assertThat(JdkSearch.among(List.of()).advice()).endsWith("Looked at:\n  nothing");
    }

    @Test
    void placesComeInOrderOfHowDeliberateTheyAre() throws IOException {
        Path user = machine.resolve("home/user");
        jdk("home/user/.sdkman/candidates/java/25-tem", "25");
        jdk("usr/lib/jvm/b", "25");
        jdk("usr/lib/jvm/a", "17");
        jdk("Library/Java/JavaVirtualMachines/temurin.jdk/Contents/Home", "25");
        Files.createDirectories(user.resolve(".m2"));
        Files.writeString(
                user.resolve(".m2/discovered-jdk-toolchains-cache.xml"), "<toolchains><jdkHome>/cached/jdk</jdkHome></toolchains>");
        Map<String, String> environment = Map.of(
                "JAVA_HOME", "/java", "JAVA_HOME_25_X64", "/runner", "IPCLINT_JAVA_HOME", "/ours", "JAVA21_HOME", "/other",
                "MAVEN_HOME", "/maven", "JDK_HOME", " ");
        List<String> homes = new JdkPlaces(environment, user, machine).candidates().stream()
                .map(candidate -> candidate.home().toString().replace(machine.toString(), ""))
                .toList();
        assertThat(homes).containsExactly("/ours", "/java", "/runner", "/other", "/cached/jdk", "/home/user/.sdkman/candidates/java/25-tem",
                "/usr/lib/jvm/a", "/usr/lib/jvm/b", "/Library/Java/JavaVirtualMachines/temurin.jdk/Contents/Home");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = machine.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("bin/java"), "");
        Files.writeString(home.resolve("release"),
                "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nJAVA_VERSION_DATE=\"2026-01-20\"\n");
        return home;
    }
}
