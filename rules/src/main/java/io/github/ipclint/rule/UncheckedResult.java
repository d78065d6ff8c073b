package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ResultLog.Result;
import io.github.ipclint.engine.ResultLog.UncheckedUse;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The failure of a call that may well fail goes unnoticed, or its failure value is used as if it were what was asked for. */
final class UncheckedResult implements Rule {
    static final RuleInfo INFO = new RuleInfo(
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
        Mistakes mistakes = new Mistakes();
        for (Exploration exploration : context.explorations()) {
            CheckedCalls calls = new CheckedCalls(exploration, context);
            RevealedFailures revealed = new RevealedFailures(exploration);
            for (Event.Used next : exploration.log().all(Event.Used.class)) {
                Site failed = SocketWrongPhase.passedOver(next);
                // The same call once more is another attempt.
                if (failed != null && !failed.at().equals(next.site().at()) && calls.isJudged(failed)) {
                    mistakes.used.putIfAbsent(failed.at(), UncheckedStory.passedOver(failed, next));
                }
            }
            exploration.log().results().all().forEach(result -> mistakes.judge(result, calls, revealed));
        }
        mistakes.report(findings);
    }

    /** By place; what one exploration finds examined is no mistake of another. */
    private static final class Mistakes {
        private final Map<SourceRange, Finding> used = new TreeMap<>();
        private final Map<SourceRange, Finding> ignored = new TreeMap<>();
        /** Results that somebody examines, by place; whether they count is asked where another exploration ignores one, for it takes long. */
        private final Map<SourceRange, List<BooleanSupplier>> examined = new HashMap<>();

        void judge(Result result, CheckedCalls calls, RevealedFailures revealed) {
            Site blamed = result.blamed();
            result.uncheckedUses().stream()
                    .filter(use -> CheckedCalls.mustBeCheckedBefore(use, result) && !revealed.isTrial(use))
                    .min(Comparator.comparing(UncheckedUse::site))
                    .filter(use -> calls.isJudged(result))
                    .ifPresent(use -> used.putIfAbsent(blamed.at(), UncheckedStory.used(result, use)));
            if (!result.mustBeChecked() || calls.isToldLater(result)) {
                // What a helper hands on may come from several calls: none is to be checked unless all are.
                if (result.deliveredTo() != null) {
                    examine(blamed, result, calls);
                }
            } else if (result.failureCountsAsData()) {
                ignore(blamed, result, calls, () -> UncheckedStory.takenForData(result));
            } else if (!calls.isIgnored(result)) {
                examine(blamed, result, calls);
            } else if (!revealed.contains(result.site())) {
                ignore(blamed, result, calls, () -> UncheckedStory.ignored(result));
            }
        }

        private void examine(Site blamed, Result result, CheckedCalls calls) {
            examined.computeIfAbsent(blamed.at(), key -> new ArrayList<>()).add(() -> calls.isJudged(result));
        }

        private void ignore(Site blamed, Result result, CheckedCalls calls, Supplier<Finding> finding) {
            if (!ignored.containsKey(blamed.at()) && calls.isJudged(result)) {
                ignored.put(blamed.at(), finding.get());
            }
        }

        void report(FindingSink findings) {
            used.values().forEach(findings::report);
            ignored.forEach((at, finding) -> {
                if (!used.containsKey(at) && examined.getOrDefault(at, List.of()).stream().noneMatch(BooleanSupplier::getAsBoolean)) {
                    findings.report(finding);
                }
            });
        }
    }
}
