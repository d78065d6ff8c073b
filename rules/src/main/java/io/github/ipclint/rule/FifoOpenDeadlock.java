package io.github.ipclint.rule;

import io.github.ipclint.engine.Event.ObjectUse;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.topology.Channel;
import io.github.ipclint.topology.Endpoint;
import io.github.ipclint.topology.FifoOpen;
import java.util.List;

/** Opens of FIFOs that wait for each other for ever. */
final class FifoOpenDeadlock implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "fifo-open-deadlock",
            Level.ERROR,
            List.of("C"),
            "opening a FIFO waits for the other side, and the order of the opens keeps that from ever coming",
            List.of("CWE-833"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        List<FifoOpen> opens = FifoOpen.all(context.system());
        for (FifoOpen open : opens) {
            if (open.isBlocking()) {
                bothSides(open, opens, findings);
                crossed(open, opens, findings);
            }
        }
        context.system().channels().forEach(channel -> recreated(channel, opens, findings));
    }

    private static List<FifoOpen> releasing(FifoOpen open, List<FifoOpen> opens) {
        return opens.stream().filter(other -> other.releases(open)).toList();
    }

    /** Who could open the other side has to get through this one first. Only to keep it open, for clients unseen, is no such open. */
    private static void bothSides(FifoOpen open, List<FifoOpen> opens, FindingSink findings) {
        List<FifoOpen> others = releasing(open, opens);
        boolean first = !open.before().contains(open.fifo());
        if (first && !others.isEmpty() && others.stream().allMatch(other -> other.before().contains(open.fifo()))
                && others.stream().allMatch(open::isOfSameProcess) && others.stream().anyMatch(FifoOpen::isUsed)) {
            findings.report(story(open, others.getFirst()).at(
                    open.site(), INFO.level(),
                    "this open of " + ChannelNaming.name(open.fifo())
                            + " waits for the other side, which only the same process opens, after"
                            + " it: it hangs for ever"));
        }
    }

    /** Each waits on its first FIFO for an open that its peer makes only after its own first one. */
    private static void crossed(FifoOpen open, List<FifoOpen> opens, FindingSink findings) {
        List<FifoOpen> others = releasing(open, opens);
        for (FifoOpen peer : opens) {
            boolean candidates = peer.isBlocking() && !peer.fifo().equals(open.fifo()) && !peer.isOfSameProcess(open)
                    && open.endpoint().compareTo(peer.endpoint()) < 0
                    && !open.before().contains(peer.fifo()) && !peer.before().contains(open.fifo());
            List<FifoOpen> back = candidates ? releasing(peer, opens) : List.of();
            if (candidates && waitFor(others, peer) && waitFor(back, open)) {
                findings.report(story(open, peer).at(
                        open.site(), INFO.level(),
                        ChannelNaming.name(open.fifo()) + " is opened here before " + ChannelNaming.name(peer.fifo()) + ", "
                                + whose(peer, open) + " opens them the other way round: each waits for the other for ever"));
            }
        }
    }

    /** All of these come after the first open, and one of them is its own process's. */
    private static boolean waitFor(List<FifoOpen> opens, FifoOpen first) {
        return opens.stream().anyMatch(first::isOfSameProcess) && opens.stream().allMatch(open -> open.before().contains(first.fifo()));
    }

    /** A peer that comes first waits on what the last run has left; this process takes that away and waits on a new one. */
    private static void recreated(Channel channel, List<FifoOpen> opens, FindingSink findings) {
        if (!channel.isOnlyRemovedAtStart()) {
            return;
        }
        for (Endpoint removal : channel.all(ObjectUse.REMOVE)) {
            for (FifoOpen own : opens) {
                if (own.fifo().equals(channel) && own.isBlocking() && removal.precedes(own.endpoint())) {
                    releasing(own, opens).stream()
                            .filter(peer -> peer.isBlocking() && peer.isOfAnotherRun(removal))
                            .findFirst()
                            .ifPresent(peer -> findings.report(removed(channel, removal, own, peer)));
                }
            }
        }
    }

    private static Finding removed(Channel channel, Endpoint removal, FifoOpen own, FifoOpen peer) {
        return Story.of(INFO)
                .step(removal.site(), "the FIFO of the last run is removed here", Meaning.RELEASE, removal.event().process())
                .step(own.site(), "the new one is opened here", Meaning.USE, own.endpoint().event().process())
                .related(peer.site(), "a peer that is started first waits here")
                .at(
                        removal.site(), Level.WARNING,
                        ChannelNaming.name(channel) + " stays behind after a run and is replaced here; a peer"
                                + " that is started first waits in open on the old one while this process waits on the new one");
    }

    private static Story story(FifoOpen open, FifoOpen peer) {
        return Story.of(INFO)
                .step(open.site(), "waits here for the other side", Meaning.USE, open.endpoint().event().process())
                .related(peer.site(), "which is opened, or waited for, here");
    }

    private static String whose(FifoOpen peer, FifoOpen open) {
        return peer.endpoint().program() == open.endpoint().program()
                ? "the " + peer.endpoint().event().process().name()
                : ChannelNaming.program(peer.endpoint().unit());
    }
}
