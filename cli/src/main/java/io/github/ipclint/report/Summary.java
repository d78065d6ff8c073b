package io.github.ipclint.report;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Confirmation;
import io.github.ipclint.finding.Coverage;
import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result in a few words.
 *
 * @param incomplete whether something was skipped, whatever was found
 * @param since an earlier run; empty where there is none to compare with
 */
public record Summary(Verdict verdict, long errors, long warnings, long notes, long suppressed, boolean incomplete,
        Optional<Comparison.Counts> since) {

    /** A run without findings that skipped something has not passed: nobody knows what is in the rest. */
    public enum Verdict {
        PASS, FAIL, INCOMPLETE;

        public String sentence() {
            return switch (this) {
                case PASS -> "Passed: everything was analysed and nothing fails the run.";
                case FAIL -> "Failed: there are findings that must be mended or allowed with a reason.";
                case INCOMPLETE -> "Incomplete: nothing found fails the run, but not everything could be analysed.";
            };
        }
    }

    public static Summary of(AnalysisResult result, ReportOptions options) {
        return of(result, options.failOn(), Comparison.of(result, options.baseline()));
    }

    public static Summary of(AnalysisResult result, Optional<Level> failOn, Comparison comparison) {
        boolean failed = result.findings().stream().anyMatch(finding -> fails(finding, failOn, comparison));
        Coverage coverage = result.coverage();
        boolean incomplete = coverage.files() == 0
                || coverage.functionsIncomplete() > 0
                || coverage.functionsCut() > 0
                || result.notices().stream().anyMatch(notice -> notice.level().atLeast(Level.WARNING));
        return new Summary(
                failed ? Verdict.FAIL : incomplete ? Verdict.INCOMPLETE : Verdict.PASS,
                count(result, Level.ERROR),
                count(result, Level.WARNING),
                count(result, Level.NOTE),
                result.suppressed().size(),
                incomplete,
                comparison.counts());
    }

    /** What an earlier run had too fails nothing. */
    public static boolean fails(Finding finding, Optional<Level> failOn, Comparison comparison) {
        return failOn.isPresent() && finding.level().atLeast(failOn.get()) && comparison.isNew(finding);
    }

    private static long count(AnalysisResult result, Level level) {
        return result.findings().stream().filter(finding -> finding.level() == level).count();
    }

    /** Such as {@code 2 errors, 1 warning}; {@code no findings} when there are none; what is new since an earlier run. */
    public String counts() {
        String counts = Stream.of(number(errors, "error"), number(warnings, "warning"), number(notes, "note"))
                .filter(part -> !part.startsWith("0 "))
                .collect(Collectors.joining(", "));
        return (counts.isEmpty() ? "no findings" : counts) + since.map(sorts -> " (" + sorts + ")").orElse("");
    }

    /** What was analysed and what was not. */
    public static String coverage(Coverage coverage) {
        String rest = Stream.of(
                coverage.functionsIrrelevant() + " left out as irrelevant",
                coverage.functionsIncomplete() + " analysed around an unparsed part",
                coverage.functionsCut() + " cut at a bound")
                .filter(part -> !part.startsWith("0 "))
                .collect(Collectors.joining(", "));
        return "analysed " + coverage.functionsAnalysed() + " of " + number(coverage.functions(), "function")
                + " in " + coverage.filesParsed() + " of " + number(coverage.files(), "file")
                + " (" + number(coverage.lines(), "line") + ")" + (rest.isEmpty() ? "" : "; " + rest);
    }

    /** One line on what running the programs showed of a finding. */
    public static String evidence(Evidence evidence) {
        String facts = Stream.concat(evidence.observed().stream(), Stream.of(evidence.reason())).filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining("; "));
        String runs = evidence.runs() == 0 ? "" : " (" + number(evidence.runs(), "run") + ", " + evidence.milliseconds() + " ms)";
        return "[run] " + evidence.verdict().word() + (facts.isEmpty() ? "" : ": " + facts) + runs;
    }

    /** How many findings were put to the test, in a line of its own; nothing where nobody asked. */
    public static String confirmation(Confirmation confirmation) {
        if (!confirmation.wasAsked()) {
            return "";
        }
        String verdicts = Stream.of(Evidence.Verdict.values())
                .map(verdict -> confirmation.evidence().values().stream().filter(it -> it.verdict() == verdict).count() + " "
                        + verdict.word())
                .filter(part -> !part.startsWith("0 "))
                .collect(Collectors.joining(", "));
        return "run on " + confirmation.kernel() + " in " + confirmation.sandbox() + ": "
                + (verdicts.isEmpty() ? "no finding that a run could confirm" : verdicts) + "\n";
    }

    public static String number(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Rules that ran or found something, by id. */
    public static List<RuleInfo> rules(AnalysisResult result) {
        TreeMap<String, RuleInfo> rules = new TreeMap<>();
        result.rules().forEach(rule -> rules.put(rule.id(), rule));
        result.findings().forEach(finding -> rules.putIfAbsent(finding.rule().id(), finding.rule()));
        result.suppressed().forEach(allowed -> rules.putIfAbsent(allowed.finding().rule().id(), allowed.finding().rule()));
        return List.copyOf(rules.values());
    }
}
