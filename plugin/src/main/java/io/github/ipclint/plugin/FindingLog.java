package io.github.ipclint.plugin;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Relays the analyzer's lines to the build log, each finding with its trace at the log level of the finding. */
final class FindingLog {
    private final Log log;
    private final boolean quiet;
    private final Map<OutputLine.Kind, Integer> found = new EnumMap<>(OutputLine.Kind.class);
    private OutputLine.Kind current = OutputLine.Kind.OTHER;

    /** @param quiet log the summary only */
    FindingLog(Log log, boolean quiet) {
        this.log = log;
        this.quiet = quiet;
    }

    void accept(String text) {
        OutputLine line = OutputLine.of(text);
        if (line.kind().isFinding()) {
            current = line.kind();
            found.merge(current, 1, Integer::sum);
        } else if (!line.isDetail()) {
            current = OutputLine.Kind.OTHER;
        }
        boolean partOfFinding = current.isFinding();
        if (partOfFinding && quiet) {
            return;
        }
        switch (current) {
            case ERROR -> log.error(text);
            case WARNING -> log.warn(text);
            case NOTE, OTHER -> log.info(text);
        }
    }

    /** Such as {@code 2 errors, 1 warning}. */
    String counts() {
        List<String> counts = Stream.of(OutputLine.Kind.ERROR, OutputLine.Kind.WARNING, OutputLine.Kind.NOTE)
                .filter(found::containsKey)
                .map(kind -> count(found.getOrDefault(kind, 0), kind.word()))
                .collect(Collectors.toList());
        return counts.isEmpty() ? "no findings" : String.join(", ", counts);
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
