package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.ResultLog.Result;
import io.github.ipclint.engine.ResultLog.UncheckedUse;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.model.Effect;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The failure of a call that may well fail goes unnoticed, or its failure value is used as if it were what was asked for. */
final class UncheckedResult implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "unchecked-result",
            Level.ERROR,
            List.of("C", "Java"),
            "the result of a call is ignored, or used before failure has been told from success",
            List.of("CWE-252", "CWE-253", "CERT ERR33-C", "CERT EXP12-C"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        Map<SourceRange, Finding> used = new TreeMap<>();
        Map<SourceRange, Finding> ignored = new TreeMap<>();
        Set<SourceRange> examined = new HashSet<>();
        for (Exploration exploration : context.explorations()) {
            CheckedCalls calls = new CheckedCalls(exploration, context);
            RevealedFailures revealed = new RevealedFailures(exploration);
            for (Result result : exploration.log().results().all()) {
                if (!calls.isJudged(result)) {
                    continue;
                }
                Site blamed = result.deliveredTo() == null ? result.site() : result.deliveredTo();
                result.uncheckedUses().stream()
                        .filter(use -> CheckedCalls.mustBeCheckedBefore(use, result))
                        .min(Comparator.comparing(UncheckedUse::site))
                        .ifPresent(use -> used.putIfAbsent(blamed.at(), usedUnchecked(result, blamed, use)));
                if (!result.mustBeChecked() || calls.isToldLater(result)) {
                    // What a helper hands on may come from several calls: none is to be checked unless all are.
                    if (result.deliveredTo() != null) {
                        examined.add(blamed.at());
                    }
                    continue;
                }
                if (!calls.isIgnored(result)) {
                    examined.add(blamed.at());
                } else if (!revealed.contains(result.site())) {
                    ignored.putIfAbsent(blamed.at(), ignored(result, blamed));
                }
            }
        }
        used.values().forEach(findings::report);
        ignored.forEach((at, finding) -> {
            if (!used.containsKey(at) && !examined.contains(at)) {
                findings.report(finding);
            }
        });
    }

    private static Finding ignored(Result result, Site blamed) {
        String failed = ReadCounts.counted(result) == null ? "a failed" : "the end of the data";
        String consequence = result.model().has(Effect.Transfers.class)
                ? failed + " or short transfer goes unnoticed"
                : "its failure goes unnoticed";
        return Story.of(INFO)
                .at(
                        blamed,
                        Level.WARNING,
                        "the result of " + name(blamed)
                                + (CheckedCalls.isStored(blamed) ? " is never compared with a failure; " : " is ignored; ") + consequence);
    }

    private static Finding usedUnchecked(Result result, Site blamed, UncheckedUse use) {
        ProcessInstance process = result.processes().iterator().next();
        String failed = use.validity() == Event.Validity.UNCHECKED ? " is not checked before " : " may have failed when ";
        String role = switch (use.purpose()) {
            case HANDLE -> " uses what it should have made";
            case ADDRESS -> " follows it as an address";
            case LENGTH -> " takes it for a length";
            case INDEX -> " takes it for an index";
        };
        return Story.of(INFO)
                .step(blamed, name(blamed) + " may fail here", Meaning.CREATION, process)
                .step(use.site(), "used here, failed or not", Meaning.USE, use.process())
                .at(blamed, Level.ERROR, "the result of " + name(blamed) + failed + "line " + use.site().at().line() + role);
    }

    private static String name(Site call) {
        return "'" + Naming.called(call) + "'";
    }
}
