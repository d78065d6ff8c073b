package io.github.ipclint.cli;

import io.github.ipclint.probe.bench.Grade;
import io.github.ipclint.probe.claim.Claim;
import io.github.ipclint.probe.claim.ClaimRun;
import io.github.ipclint.probe.claim.ClaimTable;
import io.github.ipclint.probe.claim.GradedClaim;
import io.github.ipclint.probe.claim.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ipclint probe claims}: grades what teaching documents say. */
@Command(
        name = "claims",
        description = "Grade statements of teaching documents by experiments, each with a control that must show the opposite.",
        sortOptions = false,
        exitCodeList = {
                " 0:every grade is the declared one", " 1:a grade differs, or an experiment failed", " 2:wrong usage", " 3:internal error"})
final class ProbeClaimsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--list", description = "Only list the statements with the grades that are declared for them.")
    private boolean list;

    @Option(names = "--filter", paramLabel = "ID", split = ",",
            description = "Only statements whose id begins so, such as 003 or 003-17, or that are decided by this experiment.")
    private List<String> filters = List.of();

    @Option(names = "--repeat", paramLabel = "N", description = "Trials of each experiment and of its control (default: 1).")
    private int repeat = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results to a file, too.")
    private @Nullable Path json;

    ProbeClaimsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<Claim> claims = chosen();
        if (repeat < 1) {
            throw new UsageException("--repeat needs a number from 1 on, not " + repeat);
        }
        if (list) {
            claims.forEach(this::declare);
            return ExitCode.CLEAN;
        }
        ClaimRun.Setting setting = ClaimRun.setting();
        PrintStream out = terminal.out();
        out.println(setting.kernel() + ", as " + (setting.root() ? "root" : "ordinary user") + ", " + setting.isolation().description());
        List<GradedClaim> graded = new ArrayList<>();
        ClaimRun.run(claims, repeat, setting, it -> {
            graded.add(it);
            show(it);
        });
        summarise(graded);
        Path file = json;
        if (file != null) {
            ProbeJson.claims(terminal.workingFolder().resolve(file), setting, repeat, graded);
        }
        return graded.stream().anyMatch(GradedClaim::differs) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private List<Claim> chosen() {
        List<Claim> all = ClaimTable.read();
        for (String filter : filters) {
            if (all.stream().noneMatch(claim -> matches(claim, filter))) {
                throw new UsageException(
                        "no statement and no experiment is called '" + filter + "'; 'ipclint probe claims --list' lists them");
            }
        }
        return all.stream().filter(claim -> filters.isEmpty() || filters.stream().anyMatch(filter -> matches(claim, filter))).toList();
    }

    private static boolean matches(Claim claim, String filter) {
        return claim.id().equals(filter) || claim.id().startsWith(filter + "-") || claim.experiment().equals(filter);
    }

    private void declare(Claim claim) {
        String grade = claim.asRoot() == claim.asUser()
                ? claim.asRoot().word()
                : claim.asRoot().word() + " for root, " + claim.asUser().word() + " for others";
        terminal.out().printf("%-7s %-12s %s: %s [%s]%n", claim.id(), claim.reference(), grade, claim.reading(), claim.experiment());
    }

    private void show(GradedClaim graded) {
        PrintStream out = terminal.out();
        Claim claim = graded.claim();
        Verdict verdict = graded.verdict();
        out.printf("%-7s %-12s %s: %s%n", claim.id(), claim.reference(), gradeWord(graded), claim.reading());
        if (graded.differs()) {
            out.printf("        DIFFERS: declared %s%n", graded.expected().word());
        }
        if (graded.shared()) {
            out.printf("        seen     as above [%s]%n", claim.experiment());
        } else {
            out.printf("        seen     %s%s%n", verdict.outcomes().isEmpty() ? "" : verdict.outcomes() + ": ", verdict.observed());
            if (!verdict.control().isEmpty()) {
                out.printf("        control  %s [%s, %d ms]%n", verdict.control(), claim.experiment(), verdict.milliseconds());
            }
        }
        out.flush();
    }

    static String gradeWord(GradedClaim graded) {
        return switch (graded.verdict().state()) {
            case GRADED -> graded.verdict().grade().word();
            case NOT_HERE -> Grade.UNDECIDED.word();
            case BLIND -> "the control does not show the opposite";
            case FAILED -> "failed";
        };
    }

    private void summarise(List<GradedClaim> graded) {
        String counts = Arrays.stream(Grade.values())
                .map(grade -> grade.word() + " " + graded.stream().filter(it -> gradeWord(it).equals(grade.word())).count())
                .collect(Collectors.joining(", "));
        long experiments = graded.stream().filter(it -> !it.shared()).count();
        long differing = graded.stream().filter(GradedClaim::differs).count();
        terminal.out().printf("%d statements: %s; %d experiments, each with its control; %s%n", graded.size(), counts, experiments,
                differing == 0 ? "all as declared" : differing + " not as declared");
    }
}
