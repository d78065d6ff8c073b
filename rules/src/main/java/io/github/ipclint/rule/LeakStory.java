package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Event.Consequence;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of a handle that is lost, on however many ways. */
final class LeakStory {
    private LeakStory() {}

    /** An option that is given twice opens its file twice: true, and nobody's trouble. */
    static boolean isOption(Event.Lost lost) {
        return lost.consequence() == Consequence.ACCUMULATES && CommandLine.servesOption(lost.site());
    }

    static boolean isThrown(Event.Lost lost) {
        return lost.site().instruction() instanceof Instruction.Throw;
    }

    static Finding of(List<Event.Lost> losses, RuleInfo rule) {
        Event.Lost lost = losses.getFirst();
        Site acquired = lost.handle().acquiredAt();
        ProcessInstance process = lost.process();
        Story story = Story.of(rule).forks(process).acquired(lost.handle(), name(lost), process);
        Site failed = lost.failure();
        if (failed != null && failed != acquired) {
            story.step(failed, "'" + Naming.called(failed) + "' fails here", Meaning.BRANCH, process);
        }
        losses.stream().filter(other -> !isThrown(other) && !other.site().at().equals(lost.site().at()))
                .forEach(other -> story.related(other.site(), "lost here, too"));
        Level level = isOption(lost) ? Level.NOTE : rule.level();
        // What a call hands on at once is still kept: by the function or thread that gets it.
        boolean kept = Naming.isKept(lost.symbol()) || acquired == null || lost.site().function() != acquired.function();
        Call thrower = thrower(lost);
        if (acquired != null && thrower == null && (lost.site() == acquired || !kept)) {
            String what = kept ? name(lost) + " is overwritten here while it is open"
                    : "what '" + Naming.called(acquired) + "' makes is thrown away";
            return story.at(acquired, level, what + Naming.in(process) + consequence(lost));
        }
        String what = kept || acquired == null ? name(lost) : "what '" + Naming.called(acquired) + "' makes";
        String when = thrower == null ? " is never closed on this path" : " is not closed when '" + Naming.called(thrower) + "' throws";
        return story.step(lost.site(), what + " is lost here", Meaning.END, process)
                .at(lost, level, what + when + Naming.in(process) + consequence(lost));
    }

    static String name(Event.Lost lost) {
        return Naming.handle(lost.symbol(), lost.handle());
    }

    private static String consequence(Event.Lost lost) {
        return switch (lost.consequence()) {
            case ACCUMULATES -> "; every round leaves one more open until open fails with EMFILE";
            case STAYS -> " and stays open as long as the process runs";
            case LIBRARY, ENDS -> "; every call leaves one more open";
        };
    }

    /** The call whose exception leaves the function with the handle, null where none does; a statement that throws is no call. */
    private static @Nullable Call thrower(Event.Lost lost) {
        Site site = lost.site();
        if (!isThrown(lost)) {
            return null;
        }
        return site.function().cfg().blocks().stream().flatMap(block -> block.instructions().stream())
                .filter(Call.class::isInstance).map(Call.class::cast).filter(call -> call.at().equals(site.at())).findFirst().orElse(null);
    }
}
