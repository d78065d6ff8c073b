package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel.Trait;
import io.github.ipclint.model.FunctionModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A signal handler calls, itself or through others, what must not run while it may have been interrupted half-way. */
final class SignalUnsafeCall implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "signal-unsafe-call",
            Level.ERROR,
            List.of("C"),
            "a signal handler calls a function that is not async-signal-safe: a deadlock or broken data when the signal comes in it",
            List.of("CWE-479", "CWE-828", "CERT SIG30-C"));

    /** An instruction of the program raises them, so that they do not come at any time; or no handler of theirs ever runs. */
    private static final Set<String> HARMLESS = Set.of("SIGILL", "SIGTRAP", "SIGFPE", "SIGSYS", "SIGKILL", "SIGSTOP");

    /** One function that the file of a handler must not call from it, however often it does and whatever makes it unsafe. */
    private record Mistake(Function handler, String function, Level level) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        Set<Long> harmless = HARMLESS.stream()
                .flatMapToLong(name -> context.models().constant(name).stream())
                .boxed()
                .collect(Collectors.toSet());
        for (Exploration exploration : context.explorations()) {
            Map<ProcessInstance, Event.InstalledHandler> installed = new HashMap<>();
            exploration.log().all(Event.InstalledHandler.class).forEach(event -> {
                if (event.signal() == null || !harmless.contains(event.signal())) {
                    installed.putIfAbsent(event.handler(), event);
                }
            });
            Map<Mistake, List<Event.Called>> mistakes = new LinkedHashMap<>();
            for (Event.Called called : exploration.log().all(Event.Called.class)) {
                Event.InstalledHandler installation = installed.get(called.process());
                if (installation != null && !called.model().is(Trait.ASYNC_SIGNAL_SAFE) && !called.model().isMacro()) {
                    Mistake mistake = new Mistake(called.site().path().entry().function(),
                            Naming.called(inFileOfHandler(called.site())), level(called));
                    mistakes.computeIfAbsent(mistake, key -> new ArrayList<>()).add(called);
                }
            }
            mistakes.forEach((mistake, calls) -> findings.report(finding(mistake, calls, installed)));
        }
    }

    /** The deepest call that lies in the handler's own file: there its author can mend it. */
    private static Site inFileOfHandler(Site unsafe) {
        String unit = unsafe.path().entry().function().unit();
        List<Site> calls = unsafe.path().calls();
        Site blamed = unsafe;
        for (int i = calls.size() - 1; i >= 0 && !blamed.function().unit().equals(unit); i--) {
            blamed = calls.get(i);
        }
        return blamed;
    }

    private static Level level(Event.Called called) {
        return called.afterFailure() || HandlerRisk.isSmall(called.model()) ? Level.NOTE : Level.ERROR;
    }

    private static Finding finding(Mistake mistake, List<Event.Called> calls, Map<ProcessInstance, Event.InstalledHandler> installed) {
        Event.Called first = calls.stream().min(Comparator.comparing(call -> inFileOfHandler(call.site()))).orElseThrow();
        Event.InstalledHandler installation = Objects.requireNonNull(installed.get(first.process()));
        Site blamed = inFileOfHandler(first.site());
        Story story = Story.of(INFO)
                .step(
                        installation.site(), "'" + installation.function() + "' becomes a signal handler here", Meaning.CREATION,
                        installation.process());
        first.site().path().calls()
                .forEach(call -> story.step(call, "the handler calls '" + Naming.called(call) + "'", Meaning.CALL, first.process()));
        String unsafe = "'" + Naming.called(first.site()) + "'";
        story.step(first.site(), unsafe + " is not async-signal-safe", Meaning.USE, first.process());
        Set<SourceRange> told = new HashSet<>(Set.of(blamed.at()));
        calls.stream().map(call -> inFileOfHandler(call.site())).sorted().filter(site -> told.add(site.at()))
                .forEach(site -> story.related(site, "and here"));
        String through = blamed == first.site() ? "" : " through '" + mistake.function() + "'";
        return story.at(
                blamed,
                mistake.level(),
                "signal handler '" + installation.function() + "' calls " + unsafe + through + ", which is not async-signal-safe; "
                        + consequence(first.model()));
    }

    private static String consequence(FunctionModel model) {
        if (model.has(Effect.EndsProcess.class)) {
            return "exit functions and stdio run in the middle of what was interrupted";
        }
        return HandlerRisk.isSmall(model) || HandlerRisk.isLeftToKernel(model)
                ? "POSIX does not promise that it works in a handler"
                : "it deadlocks or breaks data when the signal comes in such a call";
    }
}
