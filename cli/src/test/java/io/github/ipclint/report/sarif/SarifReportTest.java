package io.github.ipclint.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.format.ReportFormat;
import io.github.ipclint.report.format.Sample;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SarifReportTest {
    private static JsonObject run() {
        JsonObject log = JsonParser.parseString(Sample.write(ReportFormat.SARIF, Sample.ordinary())).getAsJsonObject();
        return log.getAsJsonArray("runs").get(0).getAsJsonObject();
    }

    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        return StreamSupport.stream(parent.getAsJsonArray(name).spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    private static JsonObject result(String rule) {
        return objects(run(), "results").filter(result -> result.get("ruleId").getAsString().equals(rule)).findFirst().orElseThrow();
    }

    @Test
    void everyProcessHasItsThreadFlow() {
        JsonObject flow = result("pipe-unclosed-end").getAsJsonArray("codeFlows").get(0).getAsJsonObject();
        assertThat(objects(flow, "threadFlows").map(process -> process.get("id").getAsString())).containsExactly("parent", "child");
        assertThat(objects(flow, "threadFlows").map(process -> objects(process, "locations")
                .map(step -> step.get("executionOrder").getAsInt()).toList())).containsExactly(List.of(1, 2, 4, 5), List.of(3));
        assertThat(objects(flow, "threadFlows").flatMap(process -> objects(process, "locations"))
                .filter(step -> step.get("importance").getAsString().equals("essential"))).hasSize(3);
    }

    @Test
    void essentialAreTheFirstOfEachKindThenOthersUpToThree() {
        assertThat(SarifFlow.essential(trace(Meaning.USE, Meaning.CREATION, Meaning.CREATION, Meaning.FORK, Meaning.USE)))
                .containsExactly(0, 1, 3);
        assertThat(SarifFlow.essential(trace(Meaning.CALL, Meaning.USE, Meaning.USE, Meaning.END, Meaning.CREATION, Meaning.USE)))
                .containsExactly(1, 2, 4);
        assertThat(SarifFlow.essential(trace(Meaning.RELEASE, Meaning.BRANCH))).isEmpty();
    }

    private static List<TraceStep> trace(Meaning... meanings) {
        return Stream.of(meanings).map(meaning -> new TraceStep(SourceRange.NONE, "x", meaning, "p")).toList();
    }

    @Test
    void ruleIndexPointsAtTheRule() {
        JsonArray rules = run().getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
        assertThat(objects(run(), "results")).allSatisfy(result -> assertThat(
                rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject().get("id")).isEqualTo(result.get("ruleId")));
    }

    @Test
    void suppressedFindingsStayWithTheirReason() {
        assertThat(objects(run(), "results").filter(result -> result.has("suppressions"))
                .flatMap(result -> objects(result, "suppressions")).map(allowed -> allowed.get("justification").getAsString()))
                .containsExactly("closed by the cleaner");
    }

    @Test
    void relatedLocationsAreLinkedFromTheMessage() {
        assertThat(result("pipe-unclosed-end").getAsJsonObject("message").get("text").getAsString())
                .endsWith("; see [the other program](1)");
    }

    @Test
    void messagesHoldNoSyntaxByAccident() {
        assertThat(SarifMessage.plain("fds[0] of {x} is 'a[i]'")).isEqualTo("fds[0] of {x} is 'a[i]'");
        assertThat(SarifMessage.plain("{0} ops[1](2)")).isEqualTo("{{0}} ops\\[1\\](2)");
        assertThat(SarifMessage.link("fds[0] \\ {1}", 7)).isEqualTo("[fds\\[0\\] \\\\ {{1}}](7)");
    }

    @Test
    void pathsBecomeRelativeReferences() {
        assertThat(SarifPlace.uri("src/a-b_c.~1/ü x.c")).isEqualTo("src/a-b_c.~1/%C3%BC%20x.c");
        assertThat(SarifPlace.uri("c:/%41#?\n\ud800")).isEqualTo("c%3A/%2541%23%3F%0A%EF%BF%BD");
    }
}
