package io.github.ipclint.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.ipclint.finding.AnalysisResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON formats against their schemas: the official one of SARIF 2.1.0, and our own. */
class SchemaTest {
    static Stream<AnalysisResult> results() {
        return Stream.of(Sample.ordinary(), Sample.confirmed(), Sample.clean(), Sample.hostile());
    }

    @ParameterizedTest
    @MethodSource("results")
    void sarif(AnalysisResult result) {
        assertThat(schema("/schema/sarif-schema-2.1.0.json").validate(Sample.write(ReportFormat.SARIF, result), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("results")
    void json(AnalysisResult result) {
        assertThat(schema("findings.schema.json").validate(Sample.write(ReportFormat.JSON, result), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SARIF", "JSON"})
    void comparedWithABaseline(ReportFormat format) {
        String schema = format == ReportFormat.JSON ? "findings.schema.json" : "/schema/sarif-schema-2.1.0.json";
        assertThat(schema(schema).validate(Sample.write(format.report(Sample.since(1)), Sample.ordinary()), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("results")
    void evidence(AnalysisResult result) {
        assertThat(schema("evidence.schema.json").validate(Sample.write(ReportFormat.EVIDENCE, result), InputFormat.JSON)).isEmpty();
    }

    /** The sample that readers of the format can be written against. */
    @Test
    void evidenceOfTheSample() throws IOException {
        assertThat(Sample.write(ReportFormat.EVIDENCE, Sample.confirmed()))
                .isEqualTo(Files.readString(Path.of("../fixtures/src/main/evidence/sample.json")));
    }

    @Test
    void costsOfTheSample() throws IOException {
        assertThat(
                schema("cost.schema.json").validate(Files.readString(Path.of("../fixtures/src/main/cost/sample.json")), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void schemasDoReject() {
        String sarif = Sample.write(ReportFormat.SARIF, Sample.ordinary()).replace("utf16CodeUnits", "bytes");
        assertThat(schema("/schema/sarif-schema-2.1.0.json").validate(sarif, InputFormat.JSON)).hasSize(1);
        String json = Sample.write(ReportFormat.JSON, Sample.ordinary()).replace("\"fail\"", "\"failed\"");
        assertThat(schema("findings.schema.json").validate(json, InputFormat.JSON)).hasSize(1);
    }

    private static Schema schema(String resource) {
        try (InputStream in = Objects.requireNonNull(ReportFormat.class.getResourceAsStream(resource), resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
