package io.github.ipclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Coverage;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.format.ReportFormat;
import io.github.ipclint.report.html.PageAssets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person or script sees of the commands: exit codes, messages, and where reports go. */
class CommandLineTest {
    private static final RuleInfo LEAK = new RuleInfo("fd-leak", Level.WARNING, List.of("C"), "a descriptor is lost", List.of());
    private static final Finding WARNING =
            new Finding(LEAK, Level.WARNING, new SourceRange("a.c", 3, 5, 3, 9), "lost", List.of(), List.of(), "main", "x");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<AnalysisRequest> requests = new ArrayList<>();
    private final List<Boolean> colours = new ArrayList<>();
    private List<Finding> findings = List.of();

    @BeforeEach
    void oneSource() throws IOException {
        Files.writeString(folder.resolve("a.c"), "int main(void) { return 0; }\n");
    }

    @ParameterizedTest
    @CsvSource({"error, 0", "warning, 1", "note, 1", "never, 0"})
    void failOnDecidesTheExitCode(String failOn, int expected) {
        findings = List.of(WARNING);
        assertThat(run("check", "--fail-on", failOn, "a.c")).isEqualTo(expected);
    }

    @Test
    void findingsFailByDefaultFromWarningOn() {
        findings = List.of(WARNING);
        assertThat(run("check", ".")).isEqualTo(1);
        assertThat(requests.getFirst().profile()).isEqualTo(Profile.DEFAULT);
        assertThat(requests.getFirst().root()).isEqualTo(folder);
    }

    @Test
    void optionsReachTheAnalysis() {
        assertThat(run("check", "--profile=strict", "--threads=3", "--root", ".", "a.c")).isZero();
        assertThat(requests).containsExactly(new AnalysisRequest(folder, List.of(folder.resolve("a.c")), Profile.STRICT, 3));
    }

    @Test
    void reportsGoToFilesAndOneToStandardOutput() {
        assertThat(run("check", "--format", "text", "--format", "html=out/audit.html", "--format", "sarif=a.sarif", "a.c")).isZero();
        assertThat(text(out)).isEqualTo("[text]");
        assertThat(folder.resolve("out/audit.html")).hasContent("[html]");
        assertThat(folder.resolve("a.sarif")).hasContent("[sarif]");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "check", "chekc a.c", "check --profil=strict a.c", "check --fail-on=fatal a.c", "check --format=pdf a.c",
            "check --format=html= a.c", "check --format=text --format=json a.c", "check --threads=0 a.c", "check --threads=two a.c",
            "check nowhere.c", "check --root nowhere a.c", "check --root a.c a.c", "check --format=json=. a.c", "explain no-such-rule",
            "--wrong", ""})
    void wrongUsageIsOneClearLineAndExitCode2(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(text(err).lines().findFirst().orElseThrow()).startsWith("ipclint: ");
        assertThat(text(err)).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(text(err).lines()).hasSizeLessThanOrEqualTo(4);
        assertThat(requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "--source-url javascript:alert(1)", "--html-assets external --format html", "--timestamp yesterday --format html"})
    void whatCannotBeHonouredIsRefused(String options) {
        List<String> line = new ArrayList<>(List.of("check"));
        line.addAll(List.of(options.split(" ")));
        line.add("a.c");
        assertThat(run(line.toArray(String[]::new))).isEqualTo(2);
    }

    @Test
    void styleAndScriptCanLieBesideThePage() throws IOException {
        assertThat(run("check", "--html-assets", "external", "--format", "html=out/audit.html", "a.c")).isZero();
        assertThat(folder.resolve("out/audit.css")).hasContent(PageAssets.style());
        assertThat(folder.resolve("out/audit.js")).hasContent(PageAssets.script());
    }

    @Test
    void onlyWhatTheBaselineLacksFails() throws IOException {
        findings = List.of(WARNING);
        StringWriter sarif = new StringWriter();
        ReportFormat.SARIF.report(new ReportOptions("1", Optional.empty(), false))
                .write(analyse(new AnalysisRequest(folder, List.of(), Profile.DEFAULT, 1)), SourceText.of(Map.of()), sarif);
        Files.writeString(folder.resolve("old.sarif"), sarif.toString());
        assertThat(run("check", "--baseline", "old.sarif", "a.c")).isZero();
        findings = List.of(WARNING, new Finding(LEAK, Level.WARNING, WARNING.at(), "lost", List.of(), List.of(), "other", "x"));
        assertThat(run("check", "--baseline", "old.sarif", "a.c")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"none.sarif, cannot read the baseline 'none.sarif'", "a.c, is no baseline: it is not SARIF"})
    void aBaselineThatCannotBeReadHidesNothing(String file, String message) {
        assertThat(run("check", "--baseline", file, "a.c")).isEqualTo(2);
        assertThat(text(err)).contains(message);
        assertThat(requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
            "none.json, html, cannot read the costs 'none.json': no such file or folder",
            "a.c, html, 'a.c' holds no costs: ", "a.c, text, \"--cost is shown in the HTML report only; ask for one\""})
    void costsThatCannotBeShownAreRefused(String file, String format, String message) {
        assertThat(run("check", "--cost", file, "--format", format, "a.c")).isEqualTo(2);
        assertThat(text(err)).startsWith("ipclint: " + message).hasLineCount(1);
        assertThat(requests).isEmpty();
    }

    @Test
    void pathsElsewhereAreRelativeToTheFolderThatHoldsThem(@TempDir Path elsewhere) throws IOException {
        Path other = Files.writeString(elsewhere.resolve("b.c"), "int b;");
        assertThat(run("check", other.toString())).isZero();
        assertThat(requests.getFirst().root()).isEqualTo(elsewhere);
    }

    @Test
    void aMissingPathIsNamedAsItWasWritten() {
        run("check", "src/nowhere.c");
        assertThat(text(err)).isEqualTo("ipclint: no such file or folder: 'src/nowhere.c'\n");
    }

    @Test
    void aPathOutsideTheRootIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        assertThat(run("check", "--root", "sub", "a.c")).isEqualTo(2);
        assertThat(text(err)).contains("'a.c' lies outside --root 'sub'");
    }

    @Test
    void anInternalErrorHidesItsStackTraceUnlessDebugging() {
        Analysis broken = _ -> {
            throw new IllegalStateException("broken");
        };
        assertThat(run(broken, "check", "a.c")).isEqualTo(3);
        assertThat(text(err)).contains("internal error").contains("broken").doesNotContain("\tat ");
        assertThat(run(broken, "check", "--debug", "a.c")).isEqualTo(3);
        assertThat(text(err)).contains("\tat ");
    }

    @Test
    void sourcesThatCannotBeListedAreTheUsersMatter() {
        Analysis unreadable = request -> {
            throw new AccessDeniedException(request.root().toString());
        };
        assertThat(run(unreadable, "check", "a.c")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("ipclint: cannot read the sources: permission denied\n");
    }

    @Test
    void nothingToAnalyseIsSaid() {
        Analysis nothing = _ -> new AnalysisResult(List.of(), List.of(), List.of(), List.of(), Coverage.NOTHING);
        assertThat(run(nothing, "check", ".")).isZero();
        assertThat(text(err)).contains("no C or Java sources");
    }

    @Test
    void exhaustedMemoryIsAnInternalErrorWithAdvice() {
        Analysis hungry = _ -> {
            throw new OutOfMemoryError();
        };
        assertThat(run(hungry, "check", "a.c")).isEqualTo(3);
        assertThat(text(err)).contains("out of memory").contains("IPCLINT_JAVA_OPTS");
    }

    @ParameterizedTest
    @CsvSource({"auto, '', false", "always, '', true", "always, 1, true", "never, '', false"})
    void colourFollowsTheOptionWhenOutputIsNoTerminal(String option, String noColor, boolean expected) {
        run(this::analyse, Map.of("NO_COLOR", noColor), "check", "--color", option, "a.c");
        assertThat(colours).containsExactly(expected);
    }

    @Test
    void automaticColourNeedsATerminalAndNoNoColor() {
        assertThat(Colour.AUTO.isOn(null, true)).isTrue();
        assertThat(Colour.AUTO.isOn("", true)).isTrue();
        assertThat(Colour.AUTO.isOn("1", true)).isFalse();
        assertThat(Colour.AUTO.isOn(null, false)).isFalse();
    }

    @Test
    void explainPrintsThePageAndSuggestsNearNames() {
        assertThat(run("explain", "fd-leak")).isZero();
        assertThat(text(out)).isEqualTo("# fd-leak\n");
        assertThat(run("explain", "fd-lek")).isEqualTo(2);
        assertThat(text(err)).contains("did you mean 'fd-leak'?");
    }

    @Test
    void explainWithoutARuleListsAll() {
        assertThat(run("explain")).isZero();
        assertThat(text(out)).isEqualTo("fd-leak  warning  a descriptor is lost\n");
    }

    @Test
    void doctorTriesBothFrontEnds() {
        assertThat(run("doctor")).isZero();
        assertThat(requests).extracting(request -> request.paths().getFirst().getFileName().toString())
                .containsExactly("sample.c", "Sample.java");
        Analysis broken = _ -> {
            throw new UnsatisfiedLinkError("no natives");
        };
        assertThat(run(broken, "doctor")).isEqualTo(1);
        assertThat(text(out)).contains("does not work").contains("no natives");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "check --help", "explain -h", "doctor --help", "--version"})
    void helpAndVersionGoToStandardOutput(String line) {
        assertThat(run(line.split(" "))).isZero();
        assertThat(text(out)).contains("ipclint");
        assertThat(text(err)).isEmpty();
    }

    private AnalysisResult analyse(AnalysisRequest request) {
        requests.add(request);
        return new AnalysisResult(
                List.of(LEAK), findings, List.of(), List.of(), new Coverage(1, 1, 1, 1, List.of(), 0, List.of(), 1));
    }

    private int run(String... arguments) {
        return run(this::analyse, arguments);
    }

    private int run(Analysis analysis, String... arguments) {
        return run(analysis, Map.of(), arguments);
    }

    private int run(Analysis analysis, Map<String, String> environment, String... arguments) {
        RuleLibrary rules = new RuleLibrary() {
            @Override
            public List<RuleInfo> rules() {
                return List.of(LEAK);
            }

            @Override
            public Optional<String> page(String id) {
                return id.equals("fd-leak") ? Optional.of("# fd-leak\n") : Optional.empty();
            }
        };
        ReportWriter reports = (format, _, context, stream) -> {
            colours.add(context.colour());
            stream.write(("[" + format + "]").getBytes(StandardCharsets.UTF_8));
        };
        Terminal terminal = new Terminal(stream(out), stream(err), false, false, environment, folder);
        return IpclintCommand.run(terminal, new Wiring(analysis, rules, reports), arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
