package io.github.ipclint.plugin;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** Shows which JDK the analyzer would run on, which others were looked at, and whether the analyzer works there. */
@Mojo(name = "doctor", requiresProject = false, aggregator = true, threadSafe = true)
public final class DoctorMojo extends EngineMojo {
    /** Called by Maven. */
    @Inject
    public DoctorMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    public void execute() throws MojoExecutionException {
        getLog().info("Maven runs on   Java " + System.getProperty("java.version") + ", " + System.getProperty("java.home"));
        JdkSearch search = searchJdk();
        search.rejected().forEach(line -> getLog().info("passed over     " + line));
        search.found().ifPresent(jdk -> getLog().info("analyzer's JDK  " + jdk.home() + " (" + search.origin() + ")"));
        runAndPrint(List.of("doctor"));
    }
}
