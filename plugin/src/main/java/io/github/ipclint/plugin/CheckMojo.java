package io.github.ipclint.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Audits the C and Java sources of the whole reactor, once, when its last module is reached, and fails the build on findings.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AuditMojo {
    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Called by Maven. */
    @Inject
    public CheckMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("ipclint: skipped");
        }
        List<Path> own = skip ? List.of() : roots(project);
        Optional<List<Path>> all = new ReactorSources(session, execution).add(project, own);
        if (all.isEmpty()) {
            getLog().debug("ipclint: the analysis runs when the last module is reached");
        } else if (!all.get().isEmpty()) {
            FindingLog log = new FindingLog(getLog(), quiet);
            Optional<Integer> exitCode = audit(all.get(), reportFolder(), wantedFormats(), log);
            if (exitCode.isPresent() && exitCode.get() == 1) {
                throw new MojoFailureException(
                        "ipclint: %s; the build fails on %s and above (ipclint.failOn)".formatted(log.counts(), failOn));
            }
        }
    }
}
