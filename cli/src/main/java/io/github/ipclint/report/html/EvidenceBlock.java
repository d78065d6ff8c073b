package io.github.ipclint.report.html;

import io.github.ipclint.finding.Confirmation;
import io.github.ipclint.finding.Evidence;
import io.github.ipclint.report.MarkupTree;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What running the programs showed: of one finding on its card, of all of them in the section on what was analysed. */
final class EvidenceBlock {
    /** How a sandbox says that it runs nothing. */
    private static final String REFUSED = "no sandbox";

    private EvidenceBlock() {}

    static String verdict(Evidence evidence) {
        return Texts.text("evidence." + evidence.verdict());
    }

    /** Verdict, facts, and how they came about. */
    static void write(MarkupTree html, Evidence evidence, Confirmation confirmation) throws IOException {
        html.block("div", () -> {
            html.inline("p", () -> {
                html.span("b", Texts.text("evidence.title", verdict(evidence)));
                html.text(" " + Texts.text("evidence.means." + evidence.verdict()) + (evidence.reason().isEmpty() ? "" : " "));
                Prose.write(html, evidence.reason().isEmpty() ? "" : Texts.text("evidence.reason", evidence.reason()));
            });
            html.constant("\n");
            if (!evidence.observed().isEmpty()) {
                html.block("ul", () -> {
                    for (String fact : evidence.observed()) {
                        html.inline("li", () -> Prose.write(html, fact));
                        html.constant("\n");
                    }
                });
            }
            if (evidence.runs() > 0) {
                html.leaf("p", circumstances(evidence, confirmation), "class", "quiet");
            }
        }, "class", "run " + (evidence.verdict() == Evidence.Verdict.CONFIRMED ? "seen" : ""));
    }

    private static String circumstances(Evidence evidence, Confirmation confirmation) {
        String reached = evidence.reached().map(yes -> Texts.text(yes ? "evidence.reached" : "evidence.unreached")).orElse("");
        return Stream.of(
                Texts.text("evidence.programs", String.join(", ", evidence.programs())),
                Texts.text("evidence.runs", evidence.seen(), evidence.runs()),
                reached,
                Texts.text("evidence.detector", evidence.detector()),
                Texts.text("evidence.took", evidence.milliseconds()),
                confirmation.kernel(),
                confirmation.sandbox()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** How many findings were put to the test, or that none was. */
    static String summary(Confirmation confirmation) {
        if (!confirmation.wasAsked()) {
            return Texts.text("evidence.none");
        }
        if (confirmation.sandbox().startsWith(REFUSED)) {
            return Texts.text("evidence.refused", confirmation.sandbox());
        }
        String verdicts = Stream.of(Evidence.Verdict.values())
                .filter(verdict -> count(confirmation, verdict) > 0)
                .map(verdict -> count(confirmation, verdict) + " " + Texts.text("evidence." + verdict))
                .collect(Collectors.joining(", "));
        return Texts.text("evidence.summary", confirmation.kernel(), confirmation.sandbox(),
                verdicts.isEmpty() ? Texts.text("evidence.nothing") : verdicts);
    }

    static long count(Confirmation confirmation, Evidence.Verdict verdict) {
        return confirmation.evidence().values().stream().filter(evidence -> evidence.verdict() == verdict).count();
    }
}
