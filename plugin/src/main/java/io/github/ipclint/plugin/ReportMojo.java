package io.github.ipclint.plugin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Adds a page to the site of a project, on its own sources and those of the modules below it, and puts the audit report beside it. What
 * <code>check</code> has analysed in the same build is not analysed again.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.SITE, threadSafe = true)
public final class ReportMojo extends AuditMojo implements MavenReport {
    private static final String OUTPUT_NAME = "ipclint-report";

    /** Folder of the site. */
    @Parameter(defaultValue = "${project.reporting.outputDirectory}", required = true)
    private File siteDirectory;

    /** Called by Maven. */
    @Inject
    public ReportMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    /** Without a site: only the audit report. */
    @Override
    public void execute() throws MojoExecutionException {
        if (canGenerateReport()) {
            auditInto(siteDirectory.toPath());
        } else {
            getLog().info("ipclint: skipped");
        }
    }

    @Override
    public boolean canGenerateReport() {
        return !skip && !sources().isEmpty();
    }

    private List<Path> sources() {
        List<MavenProject> below = project.getCollectedProjects() == null ? List.of() : project.getCollectedProjects();
        return Stream.concat(Stream.of(project), below.stream()).flatMap(module -> roots(module).stream()).distinct().toList();
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            Optional<Path> summary = auditInto(siteDirectory.toPath());
            if (summary.isPresent()) {
                SitePage.write(Files.readString(summary.get()), PAGE, sink);
            }
        } catch (MojoExecutionException | IOException e) {
            throw new MavenReportException("ipclint: " + e.getMessage(), e);
        }
    }

    /** Puts the audit report into a folder; the summary of it, or empty where there is no JDK. */
    private Optional<Path> auditInto(Path folder) throws MojoExecutionException {
        List<Path> roots = sources();
        Optional<Path> finished = new FinishedAudits(session, pluginDescriptor()).folder(roots);
        if (finished.isEmpty()) {
            return audit(roots, folder, List.of("html"), new FindingLog(getLog(), true)).map(exitCode -> folder.resolve(SUMMARY));
        }
        try {
            copyPage(finished.get(), folder);
            return Optional.of(finished.get().resolve(SUMMARY));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot copy the audit report to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** With the style sheet and script beside it, if any. */
    private static void copyPage(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of(PAGE, "ipclint.css", "ipclint.js")) {
            if (Files.exists(from.resolve(name)) && !from.equals(to)) {
                Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public String getOutputName() {
        return OUTPUT_NAME;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "IPC audit";
    }

    @Override
    public String getDescription(Locale locale) {
        return "Misuse of inter-process communication in C and Java sources, found by ipclint.";
    }

    @Override
    public void setReportOutputDirectory(File outputDirectory) {
        siteDirectory = outputDirectory;
    }

    @Override
    public File getReportOutputDirectory() {
        return siteDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }
}
