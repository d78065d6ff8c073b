package io.github.ipclint.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Puts the findings on all modules to the test, without building them: <code>mvn ipclint:probe</code>. The C programs that findings are
 * about are compiled and run in a sandbox, and what was seen stands beside each finding and in a report of its own. Findings do not fail
 * the build.
 */
@Mojo(name = "probe", aggregator = true, threadSafe = true)
public final class ProbeMojo extends AuditMojo {
    /** Called by Maven. */
    @Inject
    public ProbeMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    boolean confirms() {
        return true;
    }

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("ipclint: skipped");
            return;
        }
        List<Path> all = session.getProjects().stream().flatMap(module -> roots(module).stream()).distinct().toList();
        if (all.isEmpty()) {
            getLog().info("ipclint: no module has sources to analyse");
            return;
        }
        List<String> wanted = new ArrayList<>(wantedFormats());
        if (!wanted.contains(EVIDENCE)) {
            wanted.add(EVIDENCE);
        }
        audit(all, reportFolder(), wanted, new FindingLog(getLog(), quiet));
    }
}
