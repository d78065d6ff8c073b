package io.github.ipclint.driver;

import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.Suppression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes out the findings that the source allows, by {@code // ipclint:allow RULE reason} (or the same in a block comment) on
 * the line or the line above, or by {@code @SuppressWarnings("ipclint:RULE reason")} on a Java declaration, whose reason may
 * also be a comment behind it. Several rules are separated by commas. Without a reason nothing is taken out.
 */
public final class SuppressionScanner {
    /** An allowance that no finding needs. */
    public static final RuleInfo UNUSED = new RuleInfo(
            "suppression-unused",
            Level.WARNING,
            List.of("C", "Java"),
            "A suppression matches no finding: it hides the next real mistake on its lines.",
            List.of());

    /** An allowance that does not say why. */
    public static final RuleInfo WITHOUT_REASON = new RuleInfo(
            "suppression-without-reason",
            Level.WARNING,
            List.of("C", "Java"),
            "A suppression without a reason has no effect: nobody can tell later whether it still holds.",
            List.of());

    /**
     * Splits findings into those that stay and those that are allowed.
     *
     * @param findings of every rule, before a profile leaves any out: a suppression of a rule that did not run looks unused
     * @param textByPath sources by the path that the findings carry
     */
    public SuppressionResult apply(List<Finding> findings, Map<String, String> textByPath) {
        Map<String, List<Allowance>> allowances = allowances(textByPath);
        List<Finding> kept = new ArrayList<>();
        List<Suppression> suppressed = new ArrayList<>();
        Set<Allowance> used = new HashSet<>();
        for (Finding finding : findings) {
            List<Allowance> covering = allowances.getOrDefault(finding.at().path(), List.of()).stream()
                    .filter(allowance -> allowance.covers(finding))
                    .toList();
            used.addAll(covering);
            closest(covering).ifPresentOrElse(
                    allowance -> suppressed.add(new Suppression(finding, allowance.at(), allowance.reason())),
                    () -> kept.add(finding));
        }
        allowances.values().forEach(ofFile -> ofFile.forEach(
                allowance -> problem(allowance, used.contains(allowance)).ifPresent(kept::add)));
        kept.sort(null);
        suppressed.sort(Comparator.comparing(Suppression::finding));
        return new SuppressionResult(kept, suppressed);
    }

    private static Map<String, List<Allowance>> allowances(Map<String, String> textByPath) {
        Map<String, List<Allowance>> found = new TreeMap<>();
        textByPath.forEach((path, text) -> {
            if (text.contains(Allowance.MARK)) {
                found.put(path, Allowance.in(LexedSource.of(path, text)));
            }
        });
        return found;
    }

    private static Optional<Allowance> closest(List<Allowance> covering) {
        return covering.stream()
                .filter(allowance -> !allowance.reason().isEmpty())
                .min(Comparator.comparingInt(allowance -> allowance.lastLine() - allowance.firstLine()));
    }

    private static Optional<Finding> problem(Allowance allowance, boolean used) {
        if (allowance.rule().isEmpty()) {
            return Optional.of(finding(UNUSED, allowance, "suppression names no rule"));
        }
        if (allowance.reason().isEmpty()) {
            return Optional.of(finding(
                    WITHOUT_REASON, allowance, "suppression of '" + allowance.rule() + "' has no effect because it gives no reason"));
        }
        return used
                ? Optional.empty()
                : Optional.of(finding(UNUSED, allowance, "suppression of '" + allowance.rule() + "' matches no finding"));
    }

    private static Finding finding(RuleInfo rule, Allowance allowance, String message) {
        String statement = Allowance.MARK + "allow " + allowance.rule();
        return new Finding(rule, rule.level(), allowance.at(), message, List.of(), List.of(), "", statement);
    }
}
