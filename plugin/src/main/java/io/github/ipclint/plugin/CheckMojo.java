package io.github.ipclint.plugin;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Audits the C and Java sources of the whole reactor, once, when its last module is reached, and fails the build on findings.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends EngineMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Do nothing for this module. */
    @Parameter(property = "ipclint.skip", defaultValue = "false")
    private boolean skip;

    /** Lowest level of a finding that fails the build: error, warning, note or never. */
    @Parameter(property = "ipclint.failOn", defaultValue = "warning")
    private String failOn;

    /** Which findings are wanted: default, or strict for hygiene too. */
    @Parameter(property = "ipclint.profile", defaultValue = "default")
    private String profile;

    /** Report files to write beside the build log: html, sarif, json, gitlab, checkstyle, junit. */
    @Parameter(property = "ipclint.formats", defaultValue = "html")
    private List<String> formats;

    /** Where report files go; by default the folder ipclint in the build folder of the top project. */
    @Parameter(property = "ipclint.outputDirectory")
    private @Nullable File outputDirectory;

    /**
     * Source files and folders beside those that Maven knows and those usual for C (src/main/c, src/main/native, src/main/cpp,
     * native, jni).
     */
    @Parameter(property = "ipclint.sources")
    private @Nullable List<File> sources;

    /** Analyse test sources too. */
    @Parameter(property = "ipclint.includeTests", defaultValue = "false")
    private boolean includeTests;

    /** Only log the summary; findings are in the report files. */
    @Parameter(property = "ipclint.quiet", defaultValue = "false")
    private boolean quiet;

    /** What to do where no JDK 25 or newer is found: fail, warn or skip. */
    @Parameter(property = "ipclint.onMissingJdk", defaultValue = "fail")
    private String onMissingJdk;

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
        List<Path> own = skip ? List.of() : SourceRoots.of(project, sources == null ? List.of() : sources, includeTests);
        Optional<List<Path>> all = new ReactorSources(session, execution).add(project, own);
        if (all.isEmpty()) {
            getLog().debug("ipclint: the analysis runs when the last module is reached");
        } else if (!all.get().isEmpty()) {
            audit(all.get());
        }
    }

    private void audit(List<Path> roots) throws MojoExecutionException, MojoFailureException {
        JdkSearch search = searchJdk();
        search.rejected().forEach(line -> getLog().debug("ipclint: passed over " + line));
        if (search.found().isEmpty()) {
            handleMissingJdk(search.advice());
            return;
        }
        Jdk jdk = search.found().get();
        getLog().info("ipclint: analysing on JDK " + jdk.version() + " (" + search.origin() + ")");
        FindingLog log = new FindingLog(getLog(), quiet);
        int exitCode = run(command(jdk), roots, arguments(roots), log::accept, getLog()::warn);
        if (exitCode <= 1 && !formats.isEmpty()) {
            getLog().info("ipclint: reports in " + reportFolder());
        }
        switch (exitCode) {
            case 0 -> getLog().debug("ipclint: nothing that fails the build");
            case 1 -> throw new MojoFailureException(
                    "ipclint: %s; the build fails on %s and above (ipclint.failOn)".formatted(log.counts(), failOn));
            case 2 -> throw new MojoExecutionException("ipclint: wrong configuration, see the message above");
            default -> throw new MojoExecutionException(
                    "ipclint: the analyzer failed (exit code %d), see the messages above".formatted(exitCode));
        }
    }

    private void handleMissingJdk(String advice) throws MojoExecutionException {
        switch (onMissingJdk.toLowerCase(Locale.ROOT)) {
            case "skip" -> getLog().info("ipclint: skipped, no JDK " + JdkSearch.REQUIRED + " or newer");
            case "warn" -> getLog().warn(advice);
            default -> throw new MojoExecutionException(advice);
        }
    }

    private List<String> arguments(List<Path> roots) throws MojoExecutionException {
        List<String> arguments = new ArrayList<>(
                List.of("check", "--profile", profile, "--fail-on", failOn, "--color", "never", "--format", "text"));
        for (String format : formats) {
            arguments.addAll(List.of("--format", format + "=" + reportFolder().resolve(fileName(format.strip()))));
        }
        Path top = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        if (roots.stream().allMatch(root -> root.startsWith(top))) {
            arguments.addAll(List.of("--root", top.toString()));
        }
        roots.forEach(root -> arguments.add(root.toString()));
        return arguments;
    }

    private Path reportFolder() {
        return outputDirectory != null
                ? outputDirectory.toPath().toAbsolutePath()
                : Path.of(session.getTopLevelProject().getBuild().getDirectory()).resolve("ipclint").toAbsolutePath();
    }

    /** Names under which other tools look for these files. */
    private static String fileName(String format) throws MojoExecutionException {
        return switch (format) {
            case "html" -> "ipclint.html";
            case "sarif" -> "ipclint.sarif";
            case "json" -> "ipclint.json";
            case "gitlab" -> "gl-code-quality-report.json";
            case "checkstyle" -> "checkstyle-result.xml";
            case "junit" -> "TEST-ipclint.xml";
            default -> throw new MojoExecutionException(
                    "ipclint.formats: '" + format + "' is not html, sarif, json, gitlab, checkstyle or junit");
        };
    }
}
