package io.github.ipclint.cli;

import io.github.ipclint.finding.RuleInfo;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ipclint explain}: prints what is written about a rule. */
@Command(name = "explain", description = "Explain a rule; without RULE, list all rules.", sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final RuleLibrary library;

    @Parameters(paramLabel = "RULE", arity = "0..1", description = "Id of a rule, such as fd-leak.")
    private @Nullable String id;

    ExplainCommand(Terminal terminal, RuleLibrary library) {
        this.terminal = terminal;
        this.library = library;
    }

    @Override
    public Integer call() {
        String wanted = id;
        if (wanted == null) {
            list(library.rules());
        } else {
            terminal.out().println(library.page(wanted).orElseThrow(() -> unknown(wanted)).strip());
        }
        return ExitCode.CLEAN;
    }

    private void list(List<RuleInfo> rules) {
        PrintStream out = terminal.out();
        int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        for (RuleInfo rule : rules) {
            out.printf("%-" + Math.max(width, 1) + "s  %-7s  %s%n", rule.id(), rule.level().word(), rule.summary());
        }
    }

    private UsageException unknown(String wanted) {
        String hint = library.rules().stream()
                .map(RuleInfo::id)
                .min(Comparator.comparingInt(known -> EditDistance.between(wanted, known)))
                .filter(known -> EditDistance.between(wanted, known) <= Math.max(2, known.length() / 3))
                .map(known -> "; did you mean '" + known + "'?")
                .orElse("; 'ipclint explain' lists all rules");
        return new UsageException("there is no rule '" + wanted + "'" + hint);
    }
}
