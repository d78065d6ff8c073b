package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.ResultLog;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.engine.Value;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement behind the branch on fork's result is reached by the child and by its live parent, and it matters who runs it. */
final class ChildFallsThrough implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "child-falls-through",
            Level.ERROR,
            List.of("C"),
            "a child goes on in its parent's code: it forks, waits, removes or blocks a second time",
            List.of("CWE-705"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            Set<Site> branched = branchedForks(exploration);
            for (Event.Forked fork : exploration.log().all(Event.Forked.class)) {
                if (branched.contains(fork.site()) && fork.child().visit() == 1 && !fork.child().repeatsForebear()) {
                    check(exploration, fork, findings);
                }
            }
        }
    }

    private static Set<Site> branchedForks(Exploration exploration) {
        Set<Site> sites = new HashSet<>();
        for (ResultLog.Result result : exploration.log().results().all()) {
            if (result.model().has(Effect.Forks.class) && result.was(ResultLog.Treatment.COMPARED)) {
                sites.add(result.site());
            }
        }
        return sites;
    }

    private static void check(Exploration exploration, Event.Forked fork, FindingSink findings) {
        Set<Site> byParent = new HashSet<>();
        List<Event.Called> byChild = new ArrayList<>();
        for (Event.Called called : exploration.log().all(Event.Called.class)) {
            if (called.process() == fork.process() && called.children().contains(fork.child())) {
                byParent.add(called.site());
            } else if (called.process() == fork.child() && matters(called) && (!called.afterFailure() || isFork(called)
                    || called.model().has(Effect.Waits.class) || called.model().has(Effect.Removes.class))) {
                byChild.add(called);
            }
        }
        byChild.stream()
                .filter(called -> byParent.contains(called.site()))
                .min(Comparator.comparing(Event.Called::site))
                .ifPresent(called -> findings.report(Story.of(INFO)
                        .forks(fork.child())
                        .step(called.site(), "parent and " + fork.child().name() + " both get here", Meaning.USE, fork.child())
                        .at(
                                called.site(),
                                Level.ERROR,
                                "the " + fork.child().name() + " falls through into its parent's code and "
                                        + consequence(called.model()))));
    }

    private static boolean isFork(Event.Called called) {
        return called.model().has(Effect.Forks.class);
    }

    private static boolean matters(Event.Called called) {
        FunctionModel model = called.model();
        if (model.has(Effect.Forks.class) || model.has(Effect.Waits.class) || model.has(Effect.Execs.class)) {
            return true;
        }
        return model.has(Effect.Removes.class) || acceptsConnections(model) || blocksOnIpc(called);
    }

    private static boolean acceptsConnections(FunctionModel model) {
        return model.all(Effect.Acquires.class).stream().anyMatch(acquires -> acquires.kind().equals("connection"));
    }

    /** Waits on something that processes share: not on the terminal, not on a file. */
    private static boolean blocksOnIpc(Event.Called called) {
        boolean blocks = called.model().all(Effect.Blocks.class).stream().anyMatch(effect -> effect.reason() == Effect.BlockReason.SLOT);
        return blocks
                && called.model().has(Effect.Transfers.class)
                && called.arguments().stream().anyMatch(
                        argument -> argument instanceof Value.Symbolic(Symbol symbol, long ignored) && isIpc(called.table().get(symbol)));
    }

    private static boolean isIpc(@Nullable HandleState handle) {
        return handle != null && switch (handle.kind()) {
            case "pipe_read_end", "pipe_write_end", "socket", "connection", "socket_end", "mq", "sysv_msg", "sysv_sem" -> true;
            default -> false;
        };
    }

    private static String consequence(FunctionModel model) {
        if (model.has(Effect.Forks.class)) {
            return "forks children of its own here";
        }
        if (model.has(Effect.Waits.class)) {
            return "waits here for children that it does not have";
        }
        if (model.has(Effect.Execs.class)) {
            return "becomes its parent's program here";
        }
        if (model.has(Effect.Removes.class)) {
            return "removes here what its parent still uses";
        }
        return acceptsConnections(model) ? "takes connections meant for its parent" : "takes part here in its parent's communication";
    }

}
