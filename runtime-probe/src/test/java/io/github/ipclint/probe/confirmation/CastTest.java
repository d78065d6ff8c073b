package io.github.ipclint.probe.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CastTest {
    private static final Detector LEFT = new LeftObjects(true);
    private static final Detector SPIN = new Spin();
    private static final List<List<String>> PLAIN = List.of(List.of());

    @Test
    void fewProgramsRunTogetherInEveryOrder() {
        assertThat(casts(LEFT, 0, PLAIN, PLAIN)).containsExactly("0 1", "1 0");
        assertThat(casts(LEFT, 0, PLAIN, PLAIN, PLAIN)).hasSize(6);
    }

    @Test
    void whatNeedsNoCompanyRunsAloneFirst() {
        assertThat(casts(SPIN, 0, PLAIN, PLAIN)).containsExactly("0", "0 1", "1 0");
    }

    @Test
    void ofManyProgramsThatOfTheFindingMeetsEachOther() {
        assertThat(casts(LEFT, 0, PLAIN, PLAIN, PLAIN, PLAIN)).containsExactly("0", "0 1", "1 0", "0 2", "2 0", "0 3", "3 0");
    }

    @Test
    void usesOfOneProgramMeetLikePrograms() {
        assertThat(casts(LEFT, 0, List.of(List.of("give"), List.of("take")))).containsExactly("0give", "0take", "0give 0take",
                "0take 0give");
    }

    @Test
    void whatDoesNotCompileStaysAway() {
        assertThat(casts(LEFT, 1, PLAIN, PLAIN)).containsExactly("0");
    }

    @SafeVarargs
    private static List<String> casts(Detector detector, int absent, List<List<String>>... lines) {
        List<Subject.Program> programs =
                Arrays.stream(lines).map(each -> new Subject.Program("main.c", List.of(), List.of(), new CommandLines(each, List.of())))
                        .toList();
        List<Boolean> there = IntStream.range(0, lines.length).mapToObj(i -> i == 0 || i != absent).toList();
        return Cast.all(detector, programs, there).stream()
                .map(cast -> String.join(" ",
                        cast.roles().stream().map(role -> role.program() + String.join(" ", role.arguments())).toList()))
                .toList();
    }
}
