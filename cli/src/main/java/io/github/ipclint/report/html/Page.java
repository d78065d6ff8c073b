package io.github.ipclint.report.html;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.SystemMap;
import io.github.ipclint.finding.SystemMap.Channel;
import io.github.ipclint.finding.SystemMap.Program;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.Comparison;
import io.github.ipclint.report.Fingerprints;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.SourceLinks;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that the sections of the page draw from.
 *
 * @param cards new ones first, of these errors first, then by place
 * @param links the hosted sources
 */
record Page(AnalysisResult result, Summary summary, Comparison comparison, SourceText sources, ReportOptions options, List<Card> cards,
        SourceLinks links) {
    /** Processes have one of this many colours. */
    static final int HUES = 8;

    private static final int ANCHOR_DIGITS = 12;

    /** How the engine writes a name of which nothing is known. */
    private static final String NAMELESS = "…";

    static Page of(AnalysisResult result, SourceText sources, ReportOptions options) {
        Comparison comparison = Comparison.of(result, options.baseline());
        Summary summary = Summary.of(result, options.failOn(), comparison);
        return new Page(result, summary, comparison, sources, options, cards(result, comparison), new SourceLinks(options.sourceUrl()));
    }

    private static List<Card> cards(AnalysisResult result, Comparison comparison) {
        Fingerprints fingerprints = Fingerprints.of(result);
        WrongLinks wrong = new WrongLinks(result.system());
        Map<String, Integer> anchors = new HashMap<>();
        Set<String> rules = new HashSet<>();
        List<Card> cards = new ArrayList<>();
        List<Finding> ordered = result.findings().stream()
                .sorted(Comparator.comparing((Finding finding) -> !comparison.isNew(finding)).thenComparing(Finding::level)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (Finding finding : ordered) {
            String anchor = "f-" + fingerprints.value(finding).substring(0, ANCHOR_DIGITS);
            int count = anchors.merge(anchor, 1, Integer::sum);
            cards.add(new Card(
                    finding, cards.size() + 1, count == 1 ? anchor : anchor + "-" + count, result.scene(finding),
                    wrong.of(finding, result.scene(finding)), wrong.channels(finding), rules.add(finding.rule().id()),
                    comparison.known(finding)));
        }
        return cards;
    }

    /** Colour of a process in a finding: that of the map, or, where no program is known, by the order on its path. */
    int hue(Card card, String process) {
        for (Program candidate : result.system().programs()) {
            if (card.playsIn(candidate)) {
                for (int i = 0; i < candidate.processes().size(); i++) {
                    if (candidate.processes().get(i).name().equals(process)) {
                        return i % HUES;
                    }
                }
            }
        }
        return Math.max(0, card.processes().indexOf(process)) % HUES;
    }

    /** Such as {@code pipe fd}, {@code FIFO "/tmp/f"}. */
    static String name(Channel channel) {
        String kind = Texts.text("kind." + channel.kind().name());
        return channel.name().isEmpty() ? kind : kind + " " + ownName(channel);
    }

    /** The name without the kind. */
    static String ownName(Channel channel) {
        if (channel.kind() == SystemMap.Kind.SIGNAL) {
            return Signals.name(channel.name());
        }
        return channel.name().equals(NAMELESS) ? Texts.text("map.nameless") : channel.name();
    }

    /** The file's name, with as many folders as other programs make necessary; for what does not start in {@code main}, the function. */
    String programName(Program program) {
        String function = program.function().substring(program.function().lastIndexOf('.') + 1);
        int start = program.path().lastIndexOf('/') + 1;
        while (start > 0 && isEndOfAnother(program, program.path().substring(start))) {
            start = program.path().lastIndexOf('/', start - 2) + 1;
        }
        return program.path().substring(start) + (isMain(program) ? "" : " " + function + "()");
    }

    private boolean isEndOfAnother(Program program, String name) {
        return result.system().programs().stream()
                .anyMatch(other -> !other.path().equals(program.path())
                        && (other.path().equals(name) || other.path().endsWith("/" + name)));
    }

    /** Other programs are functions that nothing calls. */
    static boolean isMain(Program program) {
        return isMain(program.function());
    }

    static boolean isMain(String function) {
        return function.equals("main") || function.endsWith(".main");
    }

    /** The line and its neighbours are in the analysed sources. */
    boolean hasSource(SourceRange at) {
        return at.line() > 0 && !sources.line(at.path(), at.line()).isBlank();
    }
}
