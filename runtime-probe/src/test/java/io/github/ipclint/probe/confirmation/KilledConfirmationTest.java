package io.github.ipclint.probe.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ipclint.probe.process.TestClassPath;
import io.github.ipclint.probe.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A confirmation that is killed at any moment takes everything with it. */
@EnabledOnOs(OS.LINUX)
@ResourceLock("objects of the system")
class KilledConfirmationTest {
    private static final int POINTS = Integer.getInteger("confirmation.kills", 2);

    @Test
    void nothingIsLeft(@TempDir Path folder) throws Exception {
        Sandbox sandbox = Sandbox.detect();
        assumeTrue(sandbox.missing().isEmpty(), "SKIPPED " + sandbox.description());
        Set<String> before = left();
        Random random = new Random(7);
        for (int point = 0; point < POINTS; point++) {
            List<String> command = new ArrayList<>(TestClassPath.java(EndlessConfirmation.class));
            command.add(1, "-Djava.io.tmpdir=" + folder);
            ProcessBuilder confirmation = new ProcessBuilder(command).redirectErrorStream(true);
            confirmation.environment().put("TMPDIR", folder.toString());
            Process process = confirmation.start();
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            Thread.sleep(random.nextInt(1500));
            List<ProcessHandle> started = process.descendants().toList();
            process.destroyForcibly().waitFor();
            awaitEnd(started);
        }
        assertThat(folder).isEmptyDirectory();
        // Others on this machine may have removed theirs.
        assertThat(left()).isSubsetOf(before);
    }

    private static void awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
        long end = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < end && processes.stream().anyMatch(ProcessHandle::isAlive)) {
            Thread.sleep(5);
        }
        assertThat(processes.stream().filter(ProcessHandle::isAlive)).isEmpty();
    }

    /** System V objects of this namespace, and shared memory of everybody. */
    private static Set<String> left() throws IOException {
        Stream<String> objects = Stream.empty();
        for (String kind : List.of("shm", "msg", "sem")) {
            objects = Stream.concat(objects, Files.readAllLines(Path.of("/proc/sysvipc", kind)).stream().skip(1)
                    .map(line -> kind + line.strip().replaceAll("(\\d+\\s+\\d+).*", "$1")));
        }
        try (Stream<Path> files = Files.list(Path.of("/dev/shm"))) {
            List<String> names = files.map(Path::toString).filter(name -> name.contains("ipclint")).toList();
            objects = Stream.concat(objects, names.stream());
        }
        return objects.collect(Collectors.toSet());
    }
}
