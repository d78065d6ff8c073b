package io.github.ipclint.rule;

import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.Function;
import io.github.ipclint.topology.AccessOrder;
import io.github.ipclint.topology.AccessOrder.Race;
import io.github.ipclint.topology.Channel;
import io.github.ipclint.topology.MemoryAccess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two processes touch the same shared memory, one of them writes, and nothing orders them. */
final class ShmUnsynchronizedAccess implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "shm-unsynchronized-access",
            Level.ERROR,
            List.of("C", "Java"),
            "two processes touch the same shared memory, one of them writes, and no lock, message or wait orders them",
            List.of("CWE-362", "CWE-567"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** Each pair of functions once per object; the pairs of one writing function make one finding. */
    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Channel channel : context.system().channels()) {
            Set<Set<Function>> seen = new HashSet<>();
            Map<Function, List<Race>> byWriter = new LinkedHashMap<>();
            for (Race race : AccessOrder.races(channel)) {
                Function writer = race.write().site().function();
                if (seen.add(new HashSet<>(List.of(writer, race.other().site().function())))) {
                    byWriter.computeIfAbsent(writer, key -> new ArrayList<>()).add(race);
                }
            }
            byWriter.values().forEach(races -> findings.report(finding(channel, races)));
        }
    }

    private static Finding finding(Channel channel, List<Race> races) {
        MemoryAccess write = races.getFirst().write();
        MemoryAccess other = races.getFirst().other();
        String memory = channel.isPartlyNamed() ? ChannelNaming.name(channel) : "the shared mapping";
        String writer = who(write, other);
        String peer = who(other, write);
        String consequence =
                other.write() ? " writes it too: updates get lost" : " may read it at the same time and see half of the change";
        Story story = Story.of(INFO)
                .step(mapping(write), "the memory is mapped here", Meaning.CREATION, write.process().process());
        fork(write, other, story);
        story.step(write.site(), writer + " writes here", Meaning.USE, write.process());
        for (Race race : races) {
            String does = who(race.other(), race.write()) + (race.other().write() ? " writes" : " reads");
            story.related(race.other().site(), does + " here");
            Site call = race.other().site().path().callSite();
            if (call != null) {
                story.related(call, does + " it through this call");
            }
        }
        return story.related(mapping(other), "mapped here by " + peer)
                .at(write.site(), INFO.level(), writer + " writes " + memory + " while " + peer + consequence + "; nothing orders the two");
    }

    private static void fork(MemoryAccess one, MemoryAccess other, Story story) {
        if (one.program() == other.program()) {
            story.forks(one.process().process());
            story.forks(other.process().process());
        }
    }

    /** By process within a program, by file between programs. */
    private static String who(MemoryAccess access, MemoryAccess peer) {
        ProcessInstance process = access.process().process();
        if (access.program() != peer.program()) {
            String file = ChannelNaming.program(access.program().root().unit());
            return file.equals(ChannelNaming.program(peer.program().root().unit())) ? access.program().root().unit() : file;
        }
        return process == peer.process().process() ? "a run of " + access.site().function().name() : "the " + process.name();
    }

    private static Site mapping(MemoryAccess access) {
        return access.mapping() instanceof Symbol.Delivered(Site site, String ignored, int copy) ? site : access.site();
    }
}
