package io.github.ipclint.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.jspecify.annotations.Nullable;

/** What the goals share: finding a JDK for the analyzer and running it there. No type of the analyzer may appear in a mojo. */
abstract class EngineMojo extends AbstractMojo {
    private static final String JDK = "jdk";

    private final RepositorySystem repositorySystem;
    private final ToolchainManager toolchains;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    protected MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** JDK 25 or newer for the analyzer; without it one is looked for. */
    @Parameter(property = "ipclint.jdk")
    private @Nullable File jdkHome;

    /** Requirements on a toolchain of type jdk for the analyzer, such as its version. */
    @Parameter
    private @Nullable Map<String, String> jdkToolchain;

    /** Further options for the analyzer's JVM, separated by spaces, such as -Xmx4g. */
    @Parameter(property = "ipclint.jvmArgs", defaultValue = "")
    private @Nullable String jvmArgs;

    EngineMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        this.repositorySystem = repositorySystem;
        this.toolchains = toolchains;
    }

    PluginDescriptor pluginDescriptor() {
        return plugin;
    }

    /** Looks for a JDK in the documented order. */
    JdkSearch searchJdk() {
        if (jdkHome != null) {
            // Named by hand: anything else would be a surprise.
            return JdkSearch.among(List.of(new JdkCandidate("ipclint.jdk", jdkHome.toPath())));
        }
        List<JdkCandidate> candidates = new ArrayList<>();
        if (jdkToolchain != null) {
            toolchains.getToolchains(session, JDK, jdkToolchain).forEach(found -> addToolchain("<jdkToolchain>", found, candidates));
        }
        addToolchain("toolchain of the build", toolchains.getToolchainFromBuildContext(JDK, session), candidates);
        candidates.add(new JdkCandidate("Maven's own JVM", Path.of(System.getProperty("java.home"))));
        candidates.addAll(JdkPlaces.ofThisMachine().candidates());
        return JdkSearch.among(candidates);
    }

    private static void addToolchain(String origin, @Nullable Toolchain toolchain, List<JdkCandidate> candidates) {
        String java = toolchain == null ? null : toolchain.findTool("java");
        Path bin = java == null ? null : Path.of(java).toAbsolutePath().getParent();
        if (bin != null && bin.getParent() != null) {
            candidates.add(new JdkCandidate(origin, bin.getParent()));
        }
    }

    /** The analyzer's command line on that JDK. */
    EngineCommand command(Jdk jdk) throws MojoExecutionException {
        try {
            List<Path> classPath = EngineClassPath.resolve(repositorySystem, session.getRepositorySession(),
                    session.getCurrentProject().getRemotePluginRepositories(), plugin.getVersion());
            List<String> options = jvmArgs == null || jvmArgs.isBlank() ? List.of() : List.of(jvmArgs.strip().split("\\s+"));
            return new EngineCommand(jdk, classPath, cacheFolder(), options);
        } catch (DependencyResolutionException e) {
            throw new MojoExecutionException("cannot fetch the analyzer: " + e.getMessage(), e);
        }
    }

    /** Runs the analyzer and returns its exit code. */
    static int run(EngineCommand command, List<Path> sources, List<String> arguments, Consumer<String> output, Consumer<String> errors)
            throws MojoExecutionException {
        try {
            return new Engine(command).run(sources, arguments, output, errors);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot start the analyzer on " + command.jdk().home() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("the build was stopped while the analyzer ran", e);
        }
    }

    /** Runs a command that only prints. */
    void runAndPrint(List<String> arguments) throws MojoExecutionException {
        JdkSearch search = searchJdk();
        Jdk jdk = search.found().orElseThrow(() -> new MojoExecutionException(search.advice()));
        int exitCode = run(command(jdk), List.of(), arguments, getLog()::info, getLog()::error);
        if (exitCode != 0) {
            throw new MojoExecutionException("ipclint " + String.join(" ", arguments) + " ended with exit code " + exitCode);
        }
    }

    static Path cacheFolder() {
        String shared = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(System.getProperty("user.home", ""));
        return Optional.ofNullable(shared).filter(folder -> !folder.isBlank()).map(Path::of).orElse(home.resolve(".cache"))
                .resolve("ipclint");
    }
}
