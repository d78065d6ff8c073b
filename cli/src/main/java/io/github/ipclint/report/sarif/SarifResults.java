package io.github.ipclint.report.sarif;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Fingerprint;
import io.github.ipclint.finding.Related;
import io.github.ipclint.finding.Suppression;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.Baseline;
import io.github.ipclint.report.Comparison;
import io.github.ipclint.report.EvidenceMembers;
import io.github.ipclint.report.Fingerprints;
import io.github.ipclint.report.JsonTree;
import io.github.ipclint.report.SourceText;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The results of a SARIF run. */
final class SarifResults {
    /** A finding, where the source allows it by what, and where its program ran what was seen. */
    record Result(Finding finding, Optional<Suppression> suppression, Optional<Evidence> evidence) {}

    private final JsonTree json;
    private final List<String> ruleIds;
    private final Fingerprints fingerprints;
    private final Comparison comparison;
    private final SourceText sources;
    private String hashedPath = "";
    private List<String> lineHashes = List.of();

    SarifResults(JsonTree json, List<String> ruleIds, Fingerprints fingerprints, Comparison comparison, SourceText sources) {
        this.json = json;
        this.ruleIds = ruleIds;
        this.fingerprints = fingerprints;
        this.comparison = comparison;
        this.sources = sources;
    }

    /** Open and suppressed findings in the order of the sources. */
    List<Result> order(AnalysisResult result) {
        return Stream.concat(
                result.findings().stream().map(finding -> new Result(finding, Optional.empty(), result.evidence(finding))),
                result.suppressed().stream().map(allowed -> new Result(allowed.finding(), Optional.of(allowed), Optional.empty())))
                .sorted(Comparator.comparing(Result::finding))
                .toList();
    }

    void write(Result result) throws IOException {
        Finding finding = result.finding();
        json.object(() -> {
            json.field("ruleId", finding.rule().id());
            json.field("ruleIndex", ruleIds.indexOf(finding.rule().id()));
            json.field("level", finding.level().word());
            json.object("message", () -> json.field("text", message(finding)));
            json.array("locations", List.of(finding), primary -> json.object(() -> {
                SarifPlace.physicalLocationInContext(json, primary.at(), sources);
                if (!primary.function().isEmpty()) {
                    json.array("logicalLocations", List.of(primary.function()), name -> json.object(() -> {
                        json.field("name", name);
                        json.field("kind", "function");
                    }));
                }
            }));
            json.object("partialFingerprints", () -> {
                json.field(Fingerprint.SCHEME, fingerprints.value(finding));
                String hash = lineHash(finding.at());
                if (!hash.isEmpty()) {
                    json.field("primaryLocationLineHash", hash);
                }
            });
            if (comparison.counts().isPresent()) {
                json.field("baselineState", comparison.isNew(finding) ? "new" : "unchanged");
            }
            SarifFlow.codeFlows(json, finding.trace());
            relatedLocations(finding.related());
            suppressions(result);
            if (result.evidence().isPresent()) {
                json.object("properties", () -> json.object("evidence", () -> EvidenceMembers.members(json, result.evidence().get())));
            }
        });
    }

    /** Code scanning shows a related location only where the message links to it. */
    private static String message(Finding finding) {
        List<String> links = IntStream.range(0, finding.related().size())
                .mapToObj(i -> SarifMessage.link(finding.related().get(i).text(), i + 1))
                .toList();
        return SarifMessage.plain(finding.message()) + (links.isEmpty() ? "" : "; see " + String.join(", ", links));
    }

    private void relatedLocations(List<Related> related) throws IOException {
        if (related.isEmpty()) {
            return;
        }
        json.array("relatedLocations", IntStream.range(0, related.size()).boxed().toList(), i -> json.object(() -> {
            json.field("id", i + 1);
            SarifPlace.physicalLocation(json, related.get(i).at());
            SarifMessage.message(json, related.get(i).text());
        }));
    }

    /** What the source allows, or what somebody has written beside it in the baseline: the next baseline keeps that. */
    private void suppressions(Result result) throws IOException {
        String reason = comparison.known(result.finding()).map(Baseline.Known::reason).orElse("");
        if (result.suppression().isPresent()) {
            json.array("suppressions", List.of(result.suppression().get()), allowed -> json.object(() -> {
                json.field("kind", "inSource");
                json.field("status", "accepted");
                json.field("justification", allowed.reason());
                json.object("location", () -> SarifPlace.physicalLocation(json, allowed.at()));
            }));
        } else if (!reason.isEmpty()) {
            json.array("suppressions", List.of(reason), justification -> json.object(() -> {
                json.field("kind", "external");
                json.field("status", "accepted");
                json.field("justification", justification);
            }));
        }
    }

    /** Results come file by file, so one file's hashes at a time are enough. */
    private String lineHash(SourceRange at) {
        if (!at.path().equals(hashedPath)) {
            hashedPath = at.path();
            lineHashes = sources.text(at.path()).map(LineHashes::of).orElse(List.of());
        }
        return at.line() >= 1 && at.line() <= lineHashes.size() ? lineHashes.get(at.line() - 1) : "";
    }
}
