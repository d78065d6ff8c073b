package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Event.Consequence;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The last reference to an open descriptor, stream or channel goes while the process goes on. */
final class FdLeak implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "fd-leak",
            Level.WARNING,
            List.of("C", "Java"),
            "a descriptor, stream or channel is lost while it is open and the process goes on",
            List.of("CWE-775", "CWE-772", "CERT FIO42-C"));

    /** One handle of one call, lost in one function, on however many ways out and whatever calls lead there. */
    private record Mistake(SourceRange acquired, Function losing, String name) {}

    /** Every call between opening and closing may throw, which counts as one way; then by the harm, and from top to bottom. */
    private static final Comparator<Event.Lost> WORST_FIRST =
            Comparator.comparing(LeakStory::isThrown).thenComparing(LeakStory::isOption).thenComparing(Event.Lost::consequence)
                    .thenComparing(Event.Lost::site);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        Map<Mistake, List<Event.Lost>> mistakes = new LinkedHashMap<>();
        for (Exploration exploration : context.explorations()) {
            KeptLocks locks = new KeptLocks(exploration);
            for (Event.Lost lost : exploration.log().all(Event.Lost.class)) {
                Site acquired = lost.handle().acquiredAt();
                if (acquired != null && !locks.keeps(lost) && lost.consequence() != Consequence.ENDS
                        && !isInherited(acquired, lost.process())) {
                    mistakes.computeIfAbsent(new Mistake(acquired.at(), lost.site().function(), LeakStory.name(lost)),
                            key -> new ArrayList<>())
                            .add(lost);
                }
            }
        }
        mistakes.values().forEach(losses -> losses.sort(WORST_FIRST));
        // What an exception brings about is no mistake of its own beside an ordinary path.
        Set<SourceRange> onOrdinaryPaths = mistakes.entrySet().stream().filter(entry -> !LeakStory.isThrown(entry.getValue().getFirst()))
                .map(entry -> entry.getKey().acquired()).collect(Collectors.toSet());
        mistakes.forEach((mistake, losses) -> {
            if (!LeakStory.isThrown(losses.getFirst()) || !onOrdinaryPaths.contains(mistake.acquired())) {
                findings.report(LeakStory.of(losses, INFO));
            }
        });
    }

    /** What a child merely inherits is the matter of the rules on pipes and sockets after fork. */
    private static boolean isInherited(Site acquired, ProcessInstance process) {
        Site fork = process.role() == ProcessInstance.Role.CHILD ? process.origin() : null;
        return fork != null && fork.path().isWithin(acquired.path()) && acquired.at().compareTo(fork.at()) < 0;
    }
}
