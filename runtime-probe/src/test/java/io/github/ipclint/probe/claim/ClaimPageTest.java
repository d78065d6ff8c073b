package io.github.ipclint.probe.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Grade;
import io.github.ipclint.probe.bench.Outcome;
import io.github.ipclint.probe.experiment.Experiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The page for students is what the table and the experiments say. With the property {@code docs.update} it is written anew instead. */
class ClaimPageTest {
    private static final Path PAGE = Path.of("../docs/probe-claims.md");
    private static final String UPDATE =
            "mvn -q -pl runtime-probe -am test -Dtest=ClaimPageTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update";

    @Test
    void pageIsUpToDate() throws IOException {
        String page = page();
        if (System.getProperty("docs.update") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as("stale; to write it: " + UPDATE).isEqualTo(page);
    }

    private static String page() {
        List<Claim> claims = ClaimTable.read();
        Map<String, Experiment> experiments = Experiments.byName();
        StringBuilder page = new StringBuilder("""
                # What is said of inter-process communication, and what Linux says

                <!-- generated from claims.tsv and the experiments -->
                Statements of five teaching documents (000 to 004), in our words, with line numbers. `ipclint probe claims` tries each of them
                on the kernel that runs, together with a control: the opposite set-up, in which the same detector must see the opposite.

                """);
        for (Grade grade : List.of(Grade.REFUTED, Grade.QUALIFIED, Grade.NOT_OBSERVABLE, Grade.HOLDS)) {
            List<Claim> those = claims.stream().filter(claim -> claim.asRoot() == grade).toList();
            page.append("## ").append(heading(grade)).append(" (").append(those.size()).append(")\n\n");
            page.append("| id | lines | it is said | what happens |\n|---|---|---|---|\n");
            for (Claim claim : those) {
                page.append(row(claim, Objects.requireNonNull(experiments.get(claim.experiment()))));
            }
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String heading(Grade grade) {
        return switch (grade) {
            case REFUTED -> "Not so";
            case QUALIFIED -> "So, but";
            case NOT_OBSERVABLE -> "No program can tell";
            case UNDECIDED -> "Undecided";
            case HOLDS -> "So";
        };
    }

    private static String row(Claim claim, Experiment experiment) {
        String meaning =
                experiment.outcomes().stream().filter(it -> it.grade() == claim.asRoot()).map(Outcome::meaning).findFirst().orElseThrow();
        String user = claim.asUser() == claim.asRoot() ? "" : " (not root: " + claim.asUser().word() + ")";
        return "| %s | %s | %s | %s%s |%n".formatted(claim.id(), claim.reference(), claim.reading(), meaning.replace("|", "\\|"), user);
    }
}
