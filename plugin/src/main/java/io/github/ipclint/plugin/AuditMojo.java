package io.github.ipclint.plugin;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals that analyse sources share: their configuration, and one run of the analyzer. */
abstract class AuditMojo extends EngineMojo {
    /** The audit page, in whatever folder reports go to. */
    static final String PAGE = "ipclint.html";

    /** What a site page is made from. */
    static final String SUMMARY = "ipclint-summary.json";

    /** What running the programs showed. */
    static final String EVIDENCE = "evidence";

    private static final String HTML = "html";
    private static final String TIMESTAMP = "project.build.outputTimestamp";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    protected MavenProject project;

    /** Do nothing for this module. */
    @Parameter(property = "ipclint.skip", defaultValue = "false")
    protected boolean skip;

    /** Lowest level of a finding that fails the build, or the verdict of a report: error, warning, note or never. */
    @Parameter(property = "ipclint.failOn", defaultValue = "warning")
    protected String failOn;

    /** Which findings are wanted: default, or strict for hygiene too. */
    @Parameter(property = "ipclint.profile", defaultValue = "default")
    private String profile;

    /** Report files to write beside the build log: html, sarif, json, gitlab, checkstyle, junit, markdown, evidence. */
    @Parameter(property = "ipclint.formats", defaultValue = HTML)
    protected List<String> formats;

    /** Where report files go; by default the folder ipclint in the build folder of the top project. */
    @Parameter(property = "ipclint.outputDirectory")
    private @Nullable File outputDirectory;

    /** SARIF report of an earlier run: only findings that it does not hold fail the build. */
    @Parameter(property = "ipclint.baseline")
    private @Nullable File baseline;

    /**
     * Compile the C programs that findings are about, run them in a sandbox, and say what was seen (Linux, with a C compiler). Nothing is
     * run without being asked.
     */
    @Parameter(property = "ipclint.confirm", defaultValue = "false")
    private boolean confirm;

    /** What <code>ipclint probe cost --json FILE</code> has measured, to be shown in the HTML report. */
    @Parameter(property = "ipclint.cost")
    private @Nullable File cost;

    /** Where the sources are hosted, for links from reports: an address that ends where the paths begin, or has {path} and {line}. */
    @Parameter(property = "ipclint.sourceUrl")
    private @Nullable String sourceUrl;

    /** Whether style sheet and script of the HTML report are in it (inline) or in files beside it (external). */
    @Parameter(property = "ipclint.htmlAssets", defaultValue = "inline")
    private String htmlAssets;

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
    protected boolean quiet;

    /** What to do where no JDK 25 or newer is found: fail, warn or skip. */
    @Parameter(property = "ipclint.onMissingJdk", defaultValue = "fail")
    private String onMissingJdk;

    AuditMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    /** Whether programs are run. */
    boolean confirms() {
        return confirm;
    }

    /** Source folders of one module. */
    List<Path> roots(MavenProject module) {
        return SourceRoots.of(module, sources == null ? List.of() : sources, includeTests);
    }

    /**
     * Runs the analyzer once.
     *
     * @param log takes what it prints
     * @return its exit code, 0 or 1; empty where no JDK was found and that is no reason to fail
     */
    Optional<Integer> audit(List<Path> roots, Path folder, List<String> wanted, FindingLog log) throws MojoExecutionException {
        JdkSearch search = searchJdk();
        search.rejected().forEach(line -> getLog().debug("ipclint: passed over " + line));
        if (search.found().isEmpty()) {
            handleMissingJdk(search.advice());
            return Optional.empty();
        }
        Jdk jdk = search.found().get();
        getLog().info("ipclint: analysing on JDK " + jdk.version() + " (" + search.origin() + ")");
        int exitCode = run(command(jdk), roots, arguments(roots, folder, wanted), log::accept, getLog()::warn);
        if (exitCode > 1) {
            throw new MojoExecutionException(exitCode == 2 ? "ipclint: wrong configuration, see the message above"
                    : "ipclint: the analyzer failed (exit code %d), see the messages above".formatted(exitCode));
        }
        if (wanted.contains(HTML)) {
            getLog().info("ipclint: audit report " + folder.resolve(PAGE));
            new FinishedAudits(session, pluginDescriptor()).add(roots, folder);
        } else if (!wanted.isEmpty()) {
            getLog().info("ipclint: reports in " + folder);
        }
        return Optional.of(exitCode);
    }

    private void handleMissingJdk(String advice) throws MojoExecutionException {
        switch (onMissingJdk.toLowerCase(Locale.ROOT)) {
            case "skip" -> getLog().info("ipclint: skipped, no JDK " + JdkSearch.REQUIRED + " or newer");
            case "warn" -> getLog().warn(advice);
            default -> throw new MojoExecutionException(advice);
        }
    }

    private List<String> arguments(List<Path> roots, Path folder, List<String> wanted) throws MojoExecutionException {
        List<String> arguments = new ArrayList<>(List.of(
                "check", "--profile", profile, "--fail-on", failOn, "--color", "never", "--html-assets", htmlAssets, "--format", "text"));
        for (String format : wanted) {
            arguments.addAll(List.of("--format", format + "=" + folder.resolve(fileName(format))));
        }
        if (wanted.contains(HTML)) {
            arguments.addAll(List.of("--format", "summary=" + folder.resolve(SUMMARY)));
            if (cost != null) {
                arguments.addAll(List.of("--cost", cost.getAbsolutePath()));
            }
        }
        if (sourceUrl != null) {
            arguments.addAll(List.of("--source-url", sourceUrl));
        }
        if (confirms()) {
            arguments.add("--confirm");
        }
        if (baseline != null) {
            arguments.addAll(List.of("--baseline", baseline.getAbsolutePath()));
        }
        String timestamp = project.getProperties().getProperty(TIMESTAMP, "");
        if (timestamp.length() > 1) {
            arguments.addAll(List.of("--timestamp", timestamp));
        }
        Path top = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        if (roots.stream().allMatch(root -> root.startsWith(top))) {
            arguments.addAll(List.of("--root", top.toString()));
        }
        roots.forEach(root -> arguments.add(root.toString()));
        return arguments;
    }

    Path reportFolder() {
        return outputDirectory != null
                ? outputDirectory.toPath().toAbsolutePath()
                : Path.of(session.getTopLevelProject().getBuild().getDirectory()).resolve("ipclint").toAbsolutePath();
    }

    List<String> wantedFormats() {
        return formats.stream().map(String::strip).toList();
    }

    /** Names under which other tools look for these files. */
    private static String fileName(String format) throws MojoExecutionException {
        return switch (format) {
            case HTML -> PAGE;
            case "sarif" -> "ipclint.sarif";
            case "json" -> "ipclint.json";
            case "gitlab" -> "gl-code-quality-report.json";
            case "checkstyle" -> "checkstyle-result.xml";
            case "junit" -> "TEST-ipclint.xml";
            case "markdown" -> "ipclint.md";
            case EVIDENCE -> "ipclint-evidence.json";
            default -> throw new MojoExecutionException(
                    "ipclint.formats: '" + format + "' is not html, sarif, json, gitlab, checkstyle, junit, markdown or evidence");
        };
    }
}
