package io.github.ipclint.plugin;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Explains a rule, as in <code>mvn ipclint:explain -Drule=fd-leak</code>; without a rule it lists all. */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExplainMojo extends EngineMojo {
    /** Id of the rule. */
    @Parameter(property = "rule")
    private @Nullable String rule;

    /** Called by Maven. */
    @Inject
    public ExplainMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    public void execute() throws MojoExecutionException {
        runAndPrint(rule == null || rule.isBlank() ? List.of("explain") : List.of("explain", rule.strip()));
    }
}
