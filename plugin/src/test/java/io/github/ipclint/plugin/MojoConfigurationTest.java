package io.github.ipclint.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** The goals as Maven builds them: injected, configured from a POM. */
@MojoTest
class MojoConfigurationTest {
    private static final String POM = "src/test/resources/unit/pom.xml";

    @Inject
    private MavenSession session;

    @Inject
    private MavenProject project;

    @BeforeEach
    void reactorOfOneModule() {
        Mockito.when(session.getPluginContext(Mockito.any(), Mockito.any())).thenReturn(new ConcurrentHashMap<>());
        Mockito.when(session.getTopLevelProject()).thenReturn(project);
        Mockito.when(session.getProjects()).thenReturn(List.of(project));
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "jdkHome", value = "no/such/jdk")
    void skippingLooksForNothing(CheckMojo check) throws Exception {
        check.execute();
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    @MojoParameter(name = "jdkHome", value = "no/such/jdk")
    @MojoParameter(name = "sources", value = "<source>src/test/resources/unit</source>")
    void aMissingJdkFailsWithAdvice(CheckMojo check) {
        assertThatThrownBy(check::execute).isInstanceOf(MojoExecutionException.class).hasMessageContaining("-Dipclint.jdk=");
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    @MojoParameter(name = "jdkHome", value = "no/such/jdk")
    @MojoParameter(name = "onMissingJdk", value = "skip")
    void aMissingJdkCanBeSkipped(CheckMojo check) throws Exception {
        check.execute();
    }

    @Test
    @InjectMojo(goal = "explain", pom = POM)
    @MojoParameter(name = "jdkHome", value = "no/such/jdk")
    void aJdkNamedByHandIsTheOnlyOneLookedAt(ExplainMojo explain) {
        JdkSearch search = explain.searchJdk();
        assertThat(search.found()).isEmpty();
        assertThat(search.rejected()).singleElement().asString().startsWith("ipclint.jdk: ");
    }

    @Test
    @InjectMojo(goal = "doctor", pom = POM)
    void withoutConfigurationTheJvmOfTheseTestsIsFound(DoctorMojo doctor) {
        JdkSearch search = doctor.searchJdk();
        assertThat(search.origin()).isEqualTo("Maven's own JVM");
        assertThat(search.found()).map(Jdk::home).hasValue(Path.of(System.getProperty("java.home")));
    }
}
