package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.FunctionModel.Trait;
import io.github.ipclint.model.HandleKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A signal handler calls, itself or through others, what must not run while it may have been interrupted half-way. */
final class SignalUnsafeCall implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "signal-unsafe-call",
            Level.ERROR,
            List.of("C"),
            "a signal handler calls a function that is not async-signal-safe: a deadlock or broken data when the signal comes in it",
            List.of("CWE-479", "CWE-828", "CERT SIG30-C"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            Map<ProcessInstance, Event.InstalledHandler> installed = new HashMap<>();
            exploration.log().all(Event.InstalledHandler.class).forEach(event -> installed.putIfAbsent(event.handler(), event));
            for (Event.Called called : exploration.log().all(Event.Called.class)) {
                Event.InstalledHandler installation = installed.get(called.process());
                if (installation != null && !called.model().is(Trait.ASYNC_SIGNAL_SAFE)) {
                    report(called, installation, findings);
                }
            }
        }
    }

    /** Nothing but a system call on a kernel object: not on POSIX's list, but it has no lock or buffer that could be half-way changed. */
    private static boolean isSystemCall(FunctionModel model) {
        return model.effects().stream().anyMatch(effect -> switch (effect) {
            case Effect.Removes ignored -> true;
            case Effect.Unmaps ignored -> true;
            case Effect.Maps ignored -> true;
            case Effect.Releases(var slot, String kind, var condition) ->
                kind != null && HandleKind.of(kind).map(known -> known.isDescriptor() || known.isIdentifier()).orElse(false);
            default -> false;
        });
    }

    private static void report(Event.Called called, Event.InstalledHandler installation, FindingSink findings) {
        Site blamed = inFileOfHandler(called.site());
        String unsafe = "'" + Naming.called(called.site()) + "'";
        String handler = installation.function();
        Story story = Story.of(INFO)
                .step(installation.site(), "'" + handler + "' becomes a signal handler here", Meaning.CREATION, installation.process());
        for (Site call : called.site().path().calls()) {
            story.step(call, "the handler calls '" + Naming.called(call) + "'", Meaning.CALL, called.process());
        }
        story.step(called.site(), unsafe + " is not async-signal-safe", Meaning.USE, called.process());
        String through = blamed == called.site() ? "" : " through '" + Naming.called(blamed) + "'";
        findings.report(
                story.at(
                        blamed,
                        called.afterFailure() || isSystemCall(called.model()) ? Level.NOTE : Level.ERROR,
                        "signal handler '" + handler + "' calls " + unsafe + through + ", which is not async-signal-safe; "
                                + (called.model().has(Effect.EndsProcess.class)
                                        ? "exit functions and stdio run in the middle of what was interrupted"
                                        : "it deadlocks or breaks data when the signal comes in such a call")));
    }

    /** The deepest call that lies in the handler's own file: there its author can mend it. */
    private static Site inFileOfHandler(Site unsafe) {
        List<Site> calls = unsafe.path().calls();
        String unit = (calls.isEmpty() ? unsafe : calls.getFirst()).function().unit();
        Site blamed = unsafe;
        for (int i = calls.size() - 1; i >= 0 && !blamed.function().unit().equals(unit); i--) {
            blamed = calls.get(i);
        }
        return blamed;
    }
}
