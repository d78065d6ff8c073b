package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.model.HandleKind;
import io.github.ipclint.model.Models;
import java.util.List;

/** The process ends, and the kernel closes what the program did not. */
final class FdOpenAtExit implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "fd-open-at-exit",
            Level.NOTE,
            List.of("C"),
            "a descriptor is still open when the process ends",
            List.of("CWE-775"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.programs()) {
            for (Event.Lost lost : exploration.log().all(Event.Lost.class)) {
                if (lost.consequence() == Event.Consequence.ENDS) {
                    report(lost.site(), lost.process(), lost.symbol(), lost.handle(), findings);
                }
            }
            for (Event.Ended ended : exploration.log().all(Event.Ended.class)) {
                ended.table().forEach((symbol, handle) -> {
                    if (!isGivingUp(ended, handle, context.models())) {
                        report(ended.site(), ended.process(), symbol, handle, findings);
                    }
                });
            }
        }
    }

    /** A function that complains and ends the process, or a handler that does, cannot know what others have open. */
    private static boolean isGivingUp(Event.Ended ended, HandleState handle, Models models) {
        Site acquired = handle.acquiredAt();
        boolean elsewhere = acquired == null || !ended.site().function().equals(acquired.function());
        boolean byHelper = ended.site().instruction() instanceof Call call && models.of(call.target()) == null;
        return ended.process().role() == ProcessInstance.Role.HANDLER || (ended.afterFailure() && (elsewhere || byHelper));
    }

    private static void report(Site site, ProcessInstance process, Symbol symbol, HandleState handle, FindingSink findings) {
        boolean owned = handle.isOpen() && handle.acquiredAt() != null && handle.number() < 0 && !handle.escaped()
                && HandleKind.of(handle.kind()).map(HandleKind::holdsDescriptor).orElse(false);
        if (owned) {
            String name = Naming.handle(symbol, handle);
            findings.report(
                    Story.of(INFO)
                            .forks(process)
                            .acquired(handle, name, process)
                            .step(site, "the process ends", Meaning.END, process)
                            .at(site, Level.NOTE, name + " is still open when the process ends" + Naming.in(process)));
        }
    }
}
