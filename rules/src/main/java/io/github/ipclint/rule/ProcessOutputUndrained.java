package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.rule.ChildOutput.Stream;
import java.util.List;

/** A started program writes into pipes that nobody empties, or that one thread empties one after the other. */
final class ProcessOutputUndrained implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "process-output-undrained",
            Level.ERROR,
            List.of("Java"),
            "the output of a started program is not read, or its two streams are read one after the other: it blocks when a pipe is full",
            List.of("CWE-833"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            for (ChildOutput child : ChildOutput.of(exploration)) {
                List<Stream> unread = Stream.all()
                        .filter(stream -> child.isPipe(stream) && !child.isServed(stream))
                        .toList();
                if (exploration.isCut() || child.isCutShort()) {
                    // Whoever reads it may be in what was not followed; and who is killed waits for nobody.
                    continue;
                }
                if (!unread.isEmpty()) {
                    reportUnread(child, unread, findings);
                } else {
                    reportInTurn(child, findings);
                }
            }
        }
    }

    /** Nobody reads a stream at all. */
    private static void reportUnread(ChildOutput child, List<Stream> unread, FindingSink findings) {
        List<Event.Waited> waits = child.waits();
        // The error stream may be merged into the other one, or redirected.
        boolean nothing = unread.contains(Stream.OUTPUT) && unread.size() == Stream.all().filter(child::isPipe).count();
        boolean neither = unread.size() == Stream.values().length;
        String what = neither ? "neither stream" : "the " + unread.getFirst().words;
        Story story = Story.of(INFO).step(child.start(), "the program is started here", Meaning.CREATION, child.process());
        if (nothing && !waits.isEmpty()) {
            Event.Waited wait = waits.getFirst();
            findings.report(
                    story.at(
                            wait.site(),
                            Level.ERROR,
                            "this waits for a program of which " + what + " is " + (neither ? "" : "not ")
                                    + "read; with 64 KiB in a pipe it blocks and never ends"));
        } else {
            findings.report(
                    story.at(
                            child.start(),
                            // Few programs write that much to their error stream alone.
                            unread.contains(Stream.OUTPUT) ? Level.WARNING : Level.NOTE,
                            what + " of this program is " + (neither ? "" : "not ")
                                    + "read, redirected or discarded; with 64 KiB in the pipe it blocks"));
        }
    }

    /** One thread reads one stream to its end before it turns to the other. */
    private static void reportInTurn(ChildOutput child, FindingSink findings) {
        if (!child.isPipe(Stream.OUTPUT) || !child.isPipe(Stream.ERROR) || child.waitBeforeReading().isPresent()) {
            return;
        }
        List<Event.Transferred> output = child.reads(Stream.OUTPUT);
        List<Event.Transferred> error = child.reads(Stream.ERROR);
        if (output.isEmpty() || error.isEmpty() || !isByOneThread(output, error)) {
            return;
        }
        boolean outputFirst = child.comesAfter(error.getFirst().site(), output.getFirst().site());
        Event.Transferred first = (outputFirst ? output : error).getFirst();
        Site second = (outputFirst ? error : output).getFirst().site();
        Stream late = outputFirst ? Stream.ERROR : Stream.OUTPUT;
        if (child.isToTheEnd(first)) {
            findings.report(
                    Story.of(INFO)
                            .step(child.start(), "the program is started here", Meaning.CREATION, child.process())
                            .step(second, "the other stream is read only here", Meaning.USE, first.process())
                            .at(
                                    first.site(),
                                    Level.ERROR,
                                    "reads one stream of the program to its end while nobody reads its " + late.words
                                            + "; with 64 KiB there the program blocks and this never ends"));
        }
    }

    private static boolean isByOneThread(List<Event.Transferred> output, List<Event.Transferred> error) {
        ProcessInstance reader = output.getFirst().process();
        return output.stream().allMatch(read -> read.process() == reader) && error.stream().allMatch(read -> read.process() == reader);
    }
}
