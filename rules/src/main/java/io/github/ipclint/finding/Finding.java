package io.github.ipclint.finding;

import io.github.ipclint.ir.SourceRange;
import java.util.Comparator;
import java.util.List;

/**
 * One mistake.
 *
 * @param level this finding's, never above the rule's
 * @param at primary location, fixed per rule by the catalogue
 * @param message names the thing, the process and the consequence; lower-case start, no full stop
 * @param trace at most 12 steps in order
 * @param function name of the enclosing function, empty at file scope
 * @param statement the statement at {@code at}, white space folded; goes into the fingerprint
 */
public record Finding(RuleInfo rule, Level level, SourceRange at, String message, List<TraceStep> trace, List<Related> related,
        String function, String statement)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::at).thenComparing(finding -> finding.rule().id()).thenComparing(Finding::message);

    public static final int MAX_TRACE = 12;

    public Finding {
        trace = List.copyOf(trace.size() > MAX_TRACE ? trace.subList(0, MAX_TRACE) : trace);
        related = List.copyOf(related);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
