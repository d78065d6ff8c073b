package io.github.ipclint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ipclint.report.CostReader.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a measurement was, and what is none. */
class CostReaderTest {
    /** A real run of {@code ipclint probe cost --quick}. */
    private static final Path SAMPLE = Path.of("../fixtures/src/main/cost/sample.json");

    @Test
    void aQuickRunHasNoIntervals() throws IOException, UnusableException {
        Costs costs = CostReader.read(SAMPLE);
        assertThat(costs.setting().quick()).isTrue();
        assertThat(costs.setting().kernel()).startsWith("Linux ");
        assertThat(costs.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.p50().orElseThrow().interval()).isEmpty());
        assertThat(costs.of("unchecked-result")).singleElement().satisfies(it -> assertThat(it.whole()).isEqualTo(1000));
    }

    @Test
    void theSameWithSeveralPairsNeedsIntervals() throws IOException {
        String several = Files.readString(SAMPLE).replace("\"quick\": true", "\"quick\": false");
        assertThatThrownBy(() -> CostReader.parse(several)).isInstanceOf(UnusableException.class).hasMessageContaining("'low'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "int main(void) { return 0; }", "[]", "3", "{}", "{\"format\": 7}", "{\"format\": {}}",
            "{\"format\": \"ipclint-evidence\"}", "{\"format\": \"ipclint-cost\", \"formatVersion\": 2}",
            "{\"format\": \"ipclint-cost\", \"formatVersion\": 1}"})
    void otherFilesAreRefused(String text) {
        assertThatThrownBy(() -> CostReader.parse(text)).isInstanceOf(UnusableException.class);
    }

    @ParameterizedTest
    @CsvSource({"\"kernel\", 'kernel'", "\"processor\", 'processor'", "\"samples\": , 'samples'", "\"placements\", 'placements'"})
    void aFigureWithoutItsCircumstancesIsRefused(String member, String message) throws IOException {
        String without = Files.readString(SAMPLE).replace(member, member.replaceFirst("\"", "\"was "));
        assertThatThrownBy(() -> CostReader.parse(without)).isInstanceOf(UnusableException.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "1e400", "\"NaN\"", "[]", "{}", "null"})
    void aTimeIsAPositiveNumber(String number) throws IOException {
        String wrong = Files.readString(SAMPLE).replaceAll("(\"p50\": \\{\\s*\"value\": )\\d+", "$1" + number);
        assertThatThrownBy(() -> CostReader.parse(wrong)).isInstanceOf(UnusableException.class);
    }
}
