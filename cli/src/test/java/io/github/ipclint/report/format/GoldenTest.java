package io.github.ipclint.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.report.html.PageAssets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format against a file that a person has looked at; {@code -Dgolden.update} writes the files anew. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/github/ipclint/report/golden");

    @TestFactory
    Stream<DynamicTest> formats() {
        Map<String, AnalysisResult> results = Map.of("ordinary", Sample.ordinary(), "clean", Sample.clean());
        return results.keySet().stream().sorted().flatMap(name -> Stream.of(ReportFormat.values()).map(format -> DynamicTest.dynamicTest(
                name + "." + format, () -> check(name + "." + format, withoutAssets(Sample.write(format, results.get(name)))))));
    }

    /** The same as {@code ordinary}, after its programs have run. */
    @TestFactory
    Stream<DynamicTest> formatsWithEvidence() {
        return Stream.of(ReportFormat.TEXT, ReportFormat.JSON, ReportFormat.SARIF, ReportFormat.EVIDENCE, ReportFormat.HTML)
                .map(format -> DynamicTest.dynamicTest("confirmed." + format,
                        () -> check("confirmed." + format, withoutAssets(Sample.write(format, Sample.confirmed())))));
    }

    /** The same as {@code ordinary}, with a baseline. */
    @TestFactory
    Stream<DynamicTest> formatsWithABaseline() {
        return Stream
                .of(ReportFormat.TEXT, ReportFormat.JSON, ReportFormat.SARIF, ReportFormat.JUNIT, ReportFormat.MARKDOWN, ReportFormat.HTML)
                .map(format -> DynamicTest.dynamicTest("since." + format,
                        () -> check("since." + format, withoutAssets(Sample.write(format.report(Sample.since(1)), Sample.ordinary())))));
    }

    /** The same as {@code ordinary}, with costs. */
    @TestFactory
    Stream<DynamicTest> pageWithCosts() {
        return Stream.of(DynamicTest.dynamicTest("costs.html", () -> check("costs.html", withoutAssets(
                Sample.write(ReportFormat.HTML.report(Sample.OPTIONS.with(Sample.quickCosts())), Sample.ordinary())))));
    }

    /** The style sheet and the script have files of their own. */
    private static String withoutAssets(String report) {
        return report.replace(PageAssets.style(), "").replace(PageAssets.script(), "").replaceAll("sha256-[^&]*", "sha256-");
    }

    private static void check(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @EnumSource
    void neitherLocaleNorTimeZoneMatters(ReportFormat format) {
        String expected = Sample.write(format, Sample.ordinary());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(Sample.write(format, Sample.ordinary())).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
