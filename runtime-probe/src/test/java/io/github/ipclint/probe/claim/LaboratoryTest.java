package io.github.ipclint.probe.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ipclint.probe.libc.Signals;
import io.github.ipclint.probe.process.Child;
import io.github.ipclint.probe.process.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.ResourceLock;

/** All statements on the real kernel, with and without namespaces, and what is left afterwards: nothing. */
@EnabledOnOs(OS.LINUX)
@ResourceLock("objects of the system")
@Order(3)
class LaboratoryTest {
    private List<String> before = List.of();

    @BeforeEach
    void remember() throws IOException {
        before = objects();
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(objects()).isEqualTo(before);
        assertThat(ProcessHandle.current().descendants().map(it -> it.info().commandLine().orElse("")))
                .noneMatch(it -> it.contains(LaboratoryMain.class.getName()) || it.contains(EndlessRun.class.getName()));
    }

    /** System V objects of this namespace, and what the probe would call its POSIX objects and folders. */
    private static List<String> objects() throws IOException {
        List<String> objects = new ArrayList<>();
        for (String kind : List.of("shm", "msg", "sem")) {
            Path list = Path.of("/proc/sysvipc", kind);
            if (Files.isReadable(list)) {
                Files.readAllLines(list).stream().skip(1).map(line -> kind + line.strip().replaceAll("(\\d+\\s+\\d+).*", "$1"))
                        .forEach(objects::add);
            }
        }
        for (String folder : List.of("/dev/shm", System.getProperty("java.io.tmpdir"))) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.map(Path::toString).filter(it -> it.contains("/ipclint-probe") || it.matches("/dev/shm/(sem\\.)?ipclint-\\d.*"))
                        .forEach(objects::add);
            }
        }
        return objects;
    }

    @Test
    void everyStatementIsGradedAsDeclared() throws IOException {
        ClaimRun.Setting setting = ClaimRun.setting();
        assertThat(run(setting, ClaimTable.read())).isEmpty();
    }

    @Test
    void everyStatementIsGradedAsDeclaredWithoutNamespaces() throws IOException {
        ClaimRun.Setting setting = ClaimRun.setting();
        // speed has nothing to do with namespaces
        List<Claim> claims = ClaimTable.read().stream().filter(claim -> !claim.experiment().equals("shared-memory-is-fastest")).toList();
        assertThat(run(new ClaimRun.Setting(true, setting.root(), Isolation.without("test"), setting.kernel()), claims)).isEmpty();
    }

    private static List<String> run(ClaimRun.Setting setting, List<Claim> claims) throws IOException {
        List<String> differences = new ArrayList<>();
        ClaimRun.run(claims, 1, setting, it -> {
            if (it.differs()) {
                differences.add(it.claim().id() + " " + it.claim().experiment() + " " + it.verdict());
            }
        });
        return differences;
    }

    @Test
    void anotherSystemIsToldForEachStatement() throws IOException {
        List<GradedClaim> graded = new ArrayList<>();
        ClaimRun.run(ClaimTable.read(), 1, new ClaimRun.Setting(false, false, Isolation.without("test"), "Elsewhere"), graded::add);
        assertThat(graded).allSatisfy(it -> assertThat(it.verdict().observed()).isEqualTo("not supported here: Elsewhere"))
                .noneMatch(GradedClaim::differs);
    }

    @Test
    void anUnknownExperimentIsAFailureAndTheNextOneRuns() throws IOException {
        try (Laboratory laboratory = new Laboratory(Isolation.detect())) {
            assertThat(laboratory.run("no-such-experiment", 1).state()).isEqualTo(Verdict.State.FAILED);
            assertThat(laboratory.run("pipe-one-way", 2).outcomes()).isEqualTo("one way (2 of 2)");
        }
    }

    @Test
    void nothingSurvivesTheProbesSuddenDeath() throws IOException {
        assumeTrue(Isolation.detect().fresh(), "needs namespaces");
        for (int milliseconds : new int[] {500, 2500}) {
            try (Child.Jvm probe = Child.startJvm(List.of(), EndlessRun.class, List.of())) {
                assertThat(probe.child().awaitEnd(Duration.ofMillis(milliseconds))).isEmpty();
                List<ProcessHandle> all = ProcessHandle.of(probe.child().pid()).orElseThrow().descendants().toList();
                probe.child().kill(Signals.SIGKILL);
                probe.child().awaitEnd(Duration.ofSeconds(5));
                assertThat(all).allSatisfy(it -> assertThat(ended(it)).as(it.info().toString()).isTrue());
            }
            assertThat(objects()).isEqualTo(before);
        }
    }

    private static boolean ended(ProcessHandle process) {
        for (int i = 0; i < 500 && process.isAlive(); i++) {
            io.github.ipclint.probe.process.Task.sleep(10);
        }
        return !process.isAlive();
    }
}
