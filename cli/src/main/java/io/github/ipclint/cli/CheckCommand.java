package io.github.ipclint.cli;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Confirmation;
import io.github.ipclint.report.Baseline;
import io.github.ipclint.report.Comparison;
import io.github.ipclint.report.CostReader;
import io.github.ipclint.report.Costs;
import io.github.ipclint.report.RunDetails;
import io.github.ipclint.report.format.ReportFormat;
import io.github.ipclint.report.sarif.SarifBaseline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ipclint check}: analyses sources, writes reports, and says by its exit code whether there are findings. */
@Command(name = "check", description = "Analyse C and Java sources.", sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Wiring wiring;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--profile",
            paramLabel = "default|strict",
            defaultValue = "default",
            description = "default: what goes wrong in a run or on an error path; strict: hygiene too.")
    private Profile profile;

    @Option(
            names = "--fail-on",
            paramLabel = "error|warning|note|never",
            defaultValue = "warning",
            description = "Lowest level of a finding that makes the exit code 1 (default: ${DEFAULT-VALUE}).")
    private FailOn failOn;

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            defaultValue = "text",
            converter = ReportRequest.Converter.class,
            description = "text, sarif, html, json, gitlab, checkstyle, junit, markdown or evidence, to standard output or to FILE; may be repeated "
                    + "(default: ${DEFAULT-VALUE}).")
    private List<ReportRequest> formats;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "SARIF report of an earlier run: only findings that it does not hold make the exit code 1.")
    private @Nullable Path baseline;

    @Option(
            names = "--cost",
            paramLabel = "FILE",
            description = "What 'ipclint probe cost --json FILE' has measured, to be shown in the HTML report.")
    private @Nullable Path cost;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Paths are reported relative to DIR (default: the single folder given, else the working folder).")
    private @Nullable Path root;

    @Option(
            names = "--source-url",
            paramLabel = "URL",
            description = "Where the sources are hosted, for links from reports: an address that ends where the paths begin, or one with "
                    + "{path} and {line}.")
    private @Nullable String sourceUrl;

    @Option(
            names = "--html-assets",
            paramLabel = "inline|external",
            defaultValue = "inline",
            description = "external: style sheet and script as files beside the HTML report, for servers that allow nothing else.")
    private HtmlAssets htmlAssets;

    @Option(
            names = "--timestamp",
            paramLabel = "DATE",
            description = "Date in reports, as 2026-11-21 or seconds since 1970 (default: SOURCE_DATE_EPOCH, else that of the commit).")
    private @Nullable String timestamp;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many processors to use (default: all). The result does not depend on it.")
    private @Nullable Integer threads;

    @Option(
            names = "--confirm",
            description = "Compile the C programs that findings are about, run them in a sandbox, and say what was seen.")
    private boolean confirm;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            defaultValue = "auto",
            description = "Colour on the console; auto: on a terminal unless NO_COLOR is set.")
    private Colour colour;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Source files and folders.")
    private List<Path> paths;

    CheckCommand(Terminal terminal, Wiring wiring) {
        this.terminal = terminal;
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (workers < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1");
        }
        ReportRequest.requireOneOnStandardOutput(formats);
        requireUsableLinks();
        AnalysisScope scope = AnalysisScope.of(root, paths, terminal.workingFolder());
        for (ReportRequest request : formats) {
            prepareTarget(request);
        }
        Optional<Baseline> earlier = baseline();
        Optional<Costs> costs = costs();
        AnalysisResult found = analyse(new AnalysisRequest(scope.root(), scope.paths(), profile, workers));
        AnalysisResult result = confirm ? confirmed(found, scope.root()) : found;
        boolean coloured = colour.isOn(terminal.environment().get("NO_COLOR"), terminal.interactive());
        RunDetails run = formats.stream().anyMatch(ReportRequest::tellsOfTheRun)
                ? new RunRecorder(terminal).record(
                        scope.root(), spec.root().commandLine().getParseResult().originalArgs(), profile, timestamp, result.inputs())
                : RunDetails.UNKNOWN;
        for (ReportRequest request : formats) {
            write(request, result, new ReportContext(
                    scope.root(), failOn, coloured, earlier, Optional.ofNullable(sourceUrl), htmlAssets.beside(request), run, costs));
        }
        Comparison comparison = Comparison.of(result, earlier);
        return failOn.exitCode(result.findings().stream().filter(comparison::isNew).toList());
    }

    /** An address becomes a link, and one such as javascript: would run. */
    private void requireUsableLinks() {
        if (sourceUrl != null && !sourceUrl.matches("https?://[^\\s\"<>]+")) {
            throw new UsageException("--source-url '%s' does not begin with https:// or http://".formatted(sourceUrl));
        }
        formats.forEach(htmlAssets::beside);
    }

    /** Read before the analysis, so that a wrong file is noticed at once, and before a report may replace it. */
    private Optional<Baseline> baseline() {
        if (baseline == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(SarifBaseline.read(terminal.workingFolder().resolve(baseline)));
        } catch (IOException e) {
            throw new UsageException("cannot read the baseline '%s': %s".formatted(baseline, FailureMessages.reason(e)));
        } catch (SarifBaseline.UnusableException e) {
            throw new UsageException("'%s' is no baseline: %s".formatted(baseline, e.getMessage()));
        }
    }

    /** Read before the analysis, too; no other report has room for it, so that asking for it without a page is a mistake. */
    private Optional<Costs> costs() {
        if (cost == null) {
            return Optional.empty();
        }
        if (formats.stream().noneMatch(request -> request.format() == ReportFormat.HTML)) {
            throw new UsageException("--cost is shown in the HTML report only; ask for one, as in --format html=audit.html");
        }
        try {
            return Optional.of(CostReader.read(terminal.workingFolder().resolve(cost)));
        } catch (IOException e) {
            throw new UsageException("cannot read the costs '%s': %s".formatted(cost, FailureMessages.reason(e)));
        } catch (CostReader.UnusableException e) {
            throw new UsageException("'%s' holds no costs: %s; 'ipclint probe cost --json FILE' writes such a file"
                    .formatted(cost, e.getMessage()));
        }
    }

    private AnalysisResult analyse(AnalysisRequest request) {
        try (ProgressLine _ = ProgressLine.start(terminal)) {
            AnalysisResult result = wiring.analysis().run(request);
            if (result.coverage().files() == 0) {
                terminal.err().println("ipclint: there are no C or Java sources at the given paths");
            }
            return result;
        } catch (IOException e) {
            throw new UsageException("cannot read the sources: " + FailureMessages.reason(e));
        }
    }

    private AnalysisResult confirmed(AnalysisResult found, Path folder) {
        Confirmation confirmation;
        try (ProgressLine line = ProgressLine.start(terminal)) {
            confirmation = wiring.confirming().run(found, folder, line::about);
        }
        if (confirmation.sandbox().startsWith("no sandbox")) {
            terminal.err().println("ipclint: programs are not run: " + confirmation.sandbox()
                    + "; findings come without evidence, and 'ipclint probe' works as before");
        }
        return found.with(confirmation);
    }

    /** A report that cannot be written is better noticed before the analysis than after it. */
    private void prepareTarget(ReportRequest request) {
        Path file = request.file();
        if (file == null) {
            return;
        }
        Path target = terminal.workingFolder().resolve(file).toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new UsageException("cannot write '%s': it is a folder".formatted(file));
        }
        Path folder = target.getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UsageException("cannot make the folder of '%s': %s".formatted(file, FailureMessages.reason(e)));
        }
        if (Files.exists(target) ? !Files.isWritable(target) : folder != null && !Files.isWritable(folder)) {
            throw new UsageException("cannot write '%s': permission denied".formatted(file));
        }
    }

    private void write(ReportRequest request, AnalysisResult result, ReportContext context) throws IOException {
        Path file = request.file();
        if (file == null) {
            wiring.reports().write(request.format(), result, context, terminal.out());
            terminal.out().flush();
            return;
        }
        Path target = terminal.workingFolder().resolve(file);
        ReportContext plain = new ReportContext(
                context.root(), context.failOn(), false, context.baseline(), context.sourceUrl(), context.assets(), context.run(),
                context.costs());
        try (OutputStream out = Files.newOutputStream(target)) {
            wiring.reports().write(request.format(), result, plain, out);
            htmlAssets.write(request, target);
        } catch (IOException e) {
            throw new UsageException("cannot write '%s': %s".formatted(file, FailureMessages.reason(e)));
        }
    }
}
