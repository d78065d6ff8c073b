package io.github.ipclint.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where sources are looked for in a module. */
class SourceRootsTest {
    @TempDir
    Path base;

    private MavenProject project;

    @BeforeEach
    void module() {
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setDirectory("target");
        project = new MavenProject(model);
        project.setFile(base.resolve("pom.xml").toFile());
    }

    @Test
    void mavensRootsAndTheUsualOnesForCThatExist() throws IOException {
        folders("src/main/java", "src/main/c", "jni", "src/test/java", "target/generated-sources/x");
        project.addCompileSourceRoot(base.resolve("src/main/java").toString());
        project.addCompileSourceRoot(base.resolve("target/generated-sources/x").toString());
        project.addTestCompileSourceRoot(base.resolve("src/test/java").toString());
        assertThat(roots(List.of(), false)).containsExactly("jni", "src/main/c", "src/main/java");
        assertThat(roots(List.of(), true)).containsExactly("jni", "src/main/c", "src/main/java", "src/test/java");
    }

    @Test
    void configuredRootsComeOnTopAndNothingIsReadTwice() throws IOException {
        folders("src/main/c", "daemon");
        Files.writeString(base.resolve("tool.c"), "");
        assertThat(roots(List.of(new File("daemon"), new File("tool.c"), new File("absent")), false))
                .containsExactly("daemon", "src/main/c", "tool.c");
        assertThat(roots(List.of(new File(".")), false)).containsExactly("");
    }

    private void folders(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(base.resolve(name));
        }
    }

    private List<String> roots(List<File> more, boolean tests) {
        return SourceRoots.of(project, more, tests).stream().map(root -> base.relativize(root).toString()).toList();
    }
}
