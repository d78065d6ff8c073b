package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.ResultLog.Result;
import io.github.ipclint.engine.ResultLog.UncheckedUse;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.model.Effect;

/** What happens to the failure of a call, in words. */
final class UncheckedStory {
    private UncheckedStory() {}

    static Finding ignored(Result result) {
        Site blamed = result.blamed();
        String failed = ReadCounts.counted(result) == null ? "a failed" : "the end of the data";
        String consequence = result.model().has(Effect.Transfers.class)
                ? failed + " or short transfer goes unnoticed"
                : "its failure goes unnoticed";
        return Story.of(UncheckedResult.INFO)
                .at(
                        blamed,
                        Level.WARNING,
                        "the result of " + name(blamed)
                                + (CheckedCalls.isStored(blamed) ? " is never compared with a failure; " : " is ignored; ") + consequence);
    }

    static Finding passedOver(Site failed, Event.Used next) {
        return Story.of(UncheckedResult.INFO)
                .step(failed, name(failed) + " fails here, and the path goes on", Meaning.BRANCH, next.process())
                .step(next.site(), name(next.site()) + " relies on it", Meaning.USE, next.process())
                .at(failed, Level.ERROR, "the failure of " + name(failed) + " is noticed, but line " + next.site().at().line()
                        + " goes on as if it had succeeded");
    }

    static Finding takenForData(Result result) {
        Site blamed = result.blamed();
        return Story.of(UncheckedResult.INFO).at(blamed, Level.WARNING,
                "the result of " + name(blamed)
                        + " is compared with 0 only: a failure counts as data, and what was there before is taken again");
    }

    static Finding used(Result result, UncheckedUse use) {
        Site blamed = result.blamed();
        ProcessInstance process = result.processes().iterator().next();
        String failed = use.validity() == Event.Validity.UNCHECKED ? " is not checked before " : " may have failed when ";
        String role = switch (use.purpose()) {
            case HANDLE -> " uses what it should have made";
            case ADDRESS -> " follows it as an address";
            case LENGTH -> " takes it for a length";
            case INDEX -> " takes it for an index";
        };
        return Story.of(UncheckedResult.INFO)
                .step(blamed, name(blamed) + " may fail here", Meaning.CREATION, process)
                .step(use.site(), "used here, failed or not", Meaning.USE, use.process())
                .at(blamed, Level.ERROR, "the result of " + name(blamed) + failed + "line " + use.site().at().line() + role);
    }

    private static String name(Site call) {
        return "'" + Naming.called(call) + "'";
    }
}
