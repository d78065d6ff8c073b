package io.github.ipclint.plugin;

import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes one report on all modules, from the command line and without building them: <code>mvn ipclint:aggregate</code>. Findings do not
 * fail the build. It is no site report, so that no site runs it beside the reports of the modules.
 */
@Mojo(name = "aggregate", aggregator = true, threadSafe = true)
public final class AggregateMojo extends AuditMojo {
    /** Called by Maven. */
    @Inject
    public AggregateMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
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
        audit(all, reportFolder(), wantedFormats(), new FindingLog(getLog(), quiet));
    }
}
