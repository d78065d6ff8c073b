package io.github.ipclint.report;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Finding;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What running the programs showed of a finding, as every JSON format of ours names it. */
public final class EvidenceMembers {
    private EvidenceMembers() {}

    /** Writes the member {@code evidence}, if there is any. */
    public static void write(JsonTree json, AnalysisResult result, Finding finding) throws IOException {
        Optional<Evidence> evidence = result.evidence(finding);
        if (evidence.isPresent()) {
            json.object("evidence", () -> members(json, evidence.get()));
        }
    }

    /** Writes the members of the record {@code evidence.schema.json} calls evidence. */
    public static void members(JsonTree json, Evidence evidence) throws IOException {
        json.field("verdict", evidence.verdict().name().toLowerCase(Locale.ROOT));
        json.field("detector", evidence.detector());
        json.array("programs", evidence.programs(), json::value);
        json.field("runs", evidence.runs());
        json.field("seen", evidence.seen());
        if (evidence.reached().isPresent()) {
            json.field("reached", evidence.reached().get());
        }
        json.array("observed", evidence.observed(), json::value);
        json.field("reason", evidence.reason());
        json.field("milliseconds", evidence.milliseconds());
    }
}
