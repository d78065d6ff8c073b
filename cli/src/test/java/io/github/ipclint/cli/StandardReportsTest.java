package io.github.ipclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Coverage;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.format.ReportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardReportsTest {
    @TempDir
    Path folder;

    private String text(FailOn failOn) throws IOException {
        RuleInfo leak = new RuleInfo("fd-leak", Level.WARNING, List.of("C"), "a descriptor is lost", List.of());
        Finding finding = new Finding(leak, Level.WARNING, new SourceRange("a.c", 1, 1, 1, 3), "größe", List.of(), List.of(), "", "fd");
        AnalysisResult result =
                new AnalysisResult(List.of(leak), List.of(finding), List.of(), List.of(),
                        new Coverage(1, 1, 1, 1, List.of(), 0, List.of(), 1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new StandardReports().write(ReportFormat.TEXT, result, new ReportContext(folder, failOn, false), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void sourcesAreReadBelowTheRoot() throws IOException {
        Files.writeString(folder.resolve("a.c"), "fd;\n");
        assertThat(text(FailOn.WARNING)).startsWith("a.c:1:1: warning: größe [fd-leak]\n    fd;\n    ^~\n");
    }

    @Test
    void verdictAgreesWithTheExitCode() throws IOException {
        assertThat(text(FailOn.WARNING)).contains("FAIL: 1 warning");
        assertThat(text(FailOn.ERROR)).contains("PASS: 1 warning");
        assertThat(text(FailOn.NEVER)).contains("PASS: 1 warning");
    }
}
