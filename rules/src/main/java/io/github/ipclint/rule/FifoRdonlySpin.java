package io.github.ipclint.rule;

import io.github.ipclint.engine.Event.ObjectUse;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.HandleState.Access;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.topology.Channel;
import io.github.ipclint.topology.Endpoint;
import java.util.List;

/** A FIFO opened read-only and read in a loop that takes the end of the last writer for "no data yet". */
final class FifoRdonlySpin implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "fifo-rdonly-spin",
            Level.ERROR,
            List.of("C", "Java"),
            "once the last writer of a FIFO is gone every read returns 0 at once, and a loop that goes on reading spins",
            List.of("CWE-835"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration program : context.explorations()) {
            for (Spin spin : Spin.in(program, context.system())) {
                Channel fifo = spin.fifo();
                if (spin.isOnFifo() && fifo != null) {
                    findings.report(finding(spin, fifo));
                }
            }
        }
    }

    private static Finding finding(Spin spin, Channel fifo) {
        String name = ChannelNaming.name(fifo);
        Story story = Story.of(INFO);
        HandleState handle = spin.event().handle();
        if (handle != null && handle.acquiredAt() != null) {
            story.step(handle.acquiredAt(), name + " is opened read-only here", Meaning.CREATION, spin.event().process());
        }
        story.step(spin.event().repeatedAt(), "reads again after end-of-file", Meaning.USE, spin.event().process());
        fifo.all(ObjectUse.OPEN).stream().filter(FifoRdonlySpin::writes)
                .forEach(writer -> story.related(writer.site(), "a writer opens it here"));
        return story.at(
                spin.event().repeatedAt(),
                INFO.level(),
                "the loop takes end-of-file on " + name + " for \"no data yet\": once the last writer has closed it, this read returns at"
                        + " once for ever and the loop spins");
    }

    private static boolean writes(Endpoint endpoint) {
        return endpoint.event().access() == Access.WRITE;
    }
}
