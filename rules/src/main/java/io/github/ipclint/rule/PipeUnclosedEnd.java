package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.ProcessGraph;
import io.github.ipclint.engine.ProcessGraph.PipeUse;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.model.Effect.Direction;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** After fork a process keeps a pipe end that it never uses: its peer, or it itself, never sees end of file, or never EPIPE. */
final class PipeUnclosedEnd implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "pipe-unclosed-end",
            Level.ERROR,
            List.of("C"),
            "after fork a process keeps a pipe end that it does not use, so that end of file or EPIPE never comes",
            List.of("CWE-775", "CERT POS38-C"));

    /** One end that the processes of one fork keep, by the call that made it. */
    private record Keeper(SourceRange fork, SourceRange made, String end) {
        static Keeper of(ProcessInstance process, HandleState kept) {
            return new Keeper(place(process.origin()), place(kept.acquiredAt()), kept.kind() + Naming.handle(kept.origin(), kept));
        }
    }

    private static SourceRange place(@Nullable Site site) {
        return site == null ? SourceRange.NONE : site.at();
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            ProcessGraph graph = new ProcessGraph(exploration);
            Map<Keeper, Finding> first = new LinkedHashMap<>();
            graph.uses().stream().sorted(Comparator.comparing(PipeUse::site)).forEach(use -> {
                use.pair().opposite(use.end(), use.table()).forEach((symbol, kept) -> {
                    Finding finding = use.direction() == Direction.IN ? starving(graph, use, kept) : deaf(graph, use, kept);
                    if (finding != null) {
                        first.merge(Keeper.of(use.process(), kept), finding, PipeUnclosedEnd::graver);
                    }
                });
            });
            keptWhileWaiting(graph, first);
            first.values().forEach(findings::report);
        }
    }

    private static Finding graver(Finding one, Finding other) {
        return other.level().compareTo(one.level()) < 0 ? other : one;
    }

    /** The process reads while it holds the other end itself: once all others are gone it still waits for its own write. */
    private static @Nullable Finding starving(ProcessGraph graph, PipeUse read, HandleState kept) {
        ProcessInstance process = read.process();
        boolean own = graph.uses(process, kept, Direction.OUT);
        if (own || !read.blocking() || graph.otherUsers(process, kept, Direction.OUT).isEmpty()) {
            return null;
        }
        String end = Naming.handle(kept.origin(), kept);
        return story(process, kept, end)
                .at(
                        read.event(),
                        Level.ERROR,
                        "the " + process.name() + " keeps " + end
                                + " open, the other end of what it reads here; if its peer goes away this "
                                + (read.event() instanceof Event.Executed ? "program" : "read") + " never sees end-of-file");
    }

    /** The process writes while it holds the reading end: when the reader is gone it blocks instead of getting EPIPE. */
    private static @Nullable Finding deaf(ProcessGraph graph, PipeUse write, HandleState kept) {
        ProcessInstance process = write.process();
        // Once is not enough to fill a pipe.
        if (!write.toTheEnd() || graph.uses(process, kept, Direction.IN) || graph.otherUsers(process, kept, Direction.IN).isEmpty()) {
            return null;
        }
        String end = Naming.handle(kept.origin(), kept);
        boolean becomes = write.event() instanceof Event.Executed;
        return story(process, kept, end)
                .at(
                        write.event(),
                        becomes ? Level.NOTE : Level.WARNING,
                        "the " + process.name() + " keeps the read end " + end
                                + " open while it writes; when the reader is gone the write fills the pipe"
                                + " and blocks instead of failing with EPIPE");
    }

    /** The process waits for the reader while it holds the end whose closing the reader waits for. */
    private static void keptWhileWaiting(ProcessGraph graph, Map<Keeper, Finding> first) {
        for (PipeUse read : graph.uses()) {
            ProcessInstance reader = read.process();
            ProcessInstance parent = reader.parent();
            if (read.direction() != Direction.IN || !read.toTheEnd() || parent == null) {
                continue;
            }
            for (Event.Waited wait : graph.waitsInTheEnd(parent, reader)) {
                read.pair().opposite(read.end(), wait.table()).forEach((symbol, kept) -> {
                    String end = Naming.handle(kept.origin(), kept);
                    Finding finding = story(parent, kept, end)
                            .forks(reader)
                            .step(read.site(), "the " + reader.name() + " reads to end-of-file", Meaning.USE, reader)
                            .at(
                                    wait,
                                    Level.ERROR,
                                    "the " + parent.name() + " waits for the " + reader.name() + " while it holds " + end + " open; the "
                                            + reader.name()
                                            + " reads to end-of-file, which never comes: both wait for ever");
                    first.merge(Keeper.of(parent, kept), finding, PipeUnclosedEnd::graver);
                });
            }
        }
    }

    private static Story story(ProcessInstance process, HandleState kept, String end) {
        return Story.of(INFO).acquired(kept, end, process).forks(process);
    }
}
