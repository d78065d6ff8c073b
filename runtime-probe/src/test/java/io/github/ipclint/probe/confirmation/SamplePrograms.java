package io.github.ipclint.probe.confirmation;

import io.github.ipclint.finding.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Programs of the fixtures that run by themselves, wrong and right ones, and right ones that a line is taken out of. */
final class SamplePrograms {
    private static final Path ROOT = Path.of("../fixtures/src/main");

    /** Wrong programs beside the rule pages that show their mistake without arguments and without peers that the fixture lacks. */
    private static final List<String> MISUSE = List.of(
            "missing-ipc-rmid/misuse_only_detached.c", "missing-ipc-rmid/misuse-removal-of-another-key",
            "missing-unlink/misuse_client_fifo.c", "missing-unlink/misuse-two-makers",
            "pipe-unclosed-end/misuse.c", "pipe-unclosed-end/misuse-wrappers", "pipe-unclosed-end/misuse_pipeline_of_two.c",
            "pipe-unclosed-end/misuse_original_open_after_dup2.c",
            "unreaped-child/misuse_job_per_line.c", "fifo-rdonly-spin/misuse_no_dummy_writer.c",
            "wait-before-drain/misuse.c", "wait-before-drain/misuse_endless_writer.c", "wait-before-drain/misuse_counted_writes.c",
            "shm-unsynchronized-access/misuse-sleep-as-turn", "shm-unsynchronized-access/misuse-turn-given-too-early");

    private static final List<String> CORRECT = List.of(
            "missing-ipc-rmid/correct_removed_at_exit.c", "missing-ipc-rmid/correct_removed_after_last_attach.c",
            "missing-ipc-rmid/correct-removed-by-another-program", "missing-ipc-rmid/correct_removed_when_told_to_stop.c",
            "missing-unlink/correct_removed_at_exit.c", "missing-unlink/correct-reader-removes", "missing-unlink/correct_socket_path.c",
            "pipe-unclosed-end/correct.c", "pipe-unclosed-end/correct-wrappers", "pipe-unclosed-end/correct_pipe_per_worker.c",
            "pipe-unclosed-end/correct_self_pipe.c", "pipe-unclosed-end/correct_pipeline_of_two.c",
            "fd-leak/correct_echo_server.c", "unreaped-child/correct_ignored.c", "unreaped-child/correct_waited_for_in_function.c",
            "fifo-rdonly-spin/correct_dummy_writer.c", "fifo-rdonly-spin/correct_reopened.c",
            "wait-before-drain/correct.c", "wait-before-drain/correct_little_output.c", "wait-before-drain/correct_counted_writes.c",
            "shm-unsynchronized-access/correct-two-semaphores", "shm-unsynchronized-access/correct_child_waited_for.c");

    /** Programs that take long. */
    private static final Set<String> SLOW = Set.of("fd-leak/misuse_server_without_end.c",
            "fd-leak/misuse_fifo_server_without_end.c", "fd-leak/correct_fifo_server_without_end.c", "fifo-rdonly-spin/correct-pair",
            "missing-ipc-rmid/correct_two_uses.c", "missing-ipc-rmid/correct_removed_on_request.c",
            "missing-ipc-rmid/misuse_server_without_end.c", "pipe-unclosed-end/correct_learns_of_death.c");

    /** What is taken out of a right program, and what stands there instead. */
    private record Cut(String fixture, String what, String instead) {}

    private static final List<Cut> CUTS = List.of(
            new Cut("c/missing-ipc-rmid/correct_removed_at_exit.c", "msgctl(queue, IPC_RMID, NULL) == -1", "0"),
            new Cut("c/missing-ipc-rmid/correct_removed_when_told_to_stop.c", "semctl(set, 0, IPC_RMID) == -1", "0"),
            new Cut("c/missing-unlink/correct_removed_at_exit.c", "unlink(name) == -1", "0"),
            new Cut("run/missing-unlink/correct_semaphore.c", "sem_unlink(\"/done\");", ""),
            new Cut("c/pipe-unclosed-end/correct-wrappers", "Close(to_child[1]);\n        Close(to_parent[0]);", "Close(to_parent[0]);"),
            new Cut("c/pipe-unclosed-end/correct_pipeline_of_two.c", "|| close(ends[1]) == -1)", ")"),
            new Cut("c/pipe-unclosed-end/correct_pipe_per_worker.c", "close(jobs[other][1]);", ";"),
            new Cut("c/fifo-rdonly-spin/correct_dummy_writer.c", "open(FIFO, O_WRONLY | O_CLOEXEC)", "0"),
            new Cut("c/unreaped-child/correct_waited_for_in_function.c", "outcome(child)", "0"),
            new Cut("c/unreaped-child/correct_ignored.c", ".sa_handler = SIG_IGN", ".sa_handler = SIG_DFL"),
            new Cut("run/fd-leak/correct_closed_again.c", "close(table);", ""),
            new Cut("run/fd-leak/correct_file_for_each_argument.c", "close(file);", ""),
            new Cut("run/fd-leak/correct_kept_until_the_end.c", "close(files[--count])", "--count"),
            new Cut("run/shm-unsynchronized-access/correct_counter.c", "sem_wait(&counter->free);", ""),
            new Cut("run/shm-unsynchronized-access/correct_told_by_pipe.c", "wait_for(empty[0]);", ""),
            new Cut("c/wait-before-drain/correct.c", "copy(in);\n    close(in);", ""));

    /**
     * A program and whether it is wrong.
     *
     * @param once whether a build has time for one round only
     */
    record Sample(String name, Confirmer.Claim claim, Subject subject, boolean wrong, boolean once) {}

    private SamplePrograms() {}

    static List<Sample> all() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String misuse : MISUSE) {
            samples.add(sample("c/" + misuse, "", "", true));
        }
        for (String correct : CORRECT) {
            samples.add(sample("c/" + correct, "", "", false));
        }
        for (Cut cut : CUTS) {
            samples.add(sample(cut.fixture(), cut.what(), cut.instead(), true));
        }
        for (Path rule : list(ROOT.resolve("run"))) {
            for (Path item : list(rule)) {
                samples.add(sample(ROOT.relativize(item).toString(), "", "", item.getFileName().toString().startsWith("misuse")));
            }
        }
        return samples;
    }

    private static Sample sample(String item, String cut, String instead, boolean wrong) throws IOException {
        Path path = ROOT.resolve(item);
        Map<String, byte[]> files = new TreeMap<>();
        List<String> mains = new ArrayList<>();
        List<String> others = new ArrayList<>();
        boolean found = cut.isEmpty();
        for (Path file : Files.isDirectory(path) ? list(path) : List.of(path)) {
            String text = Files.readString(file);
            int at = found ? -1 : text.indexOf(cut);
            if (at >= 0) {
                text = text.substring(0, at) + instead + text.substring(at + cut.length());
                found = true;
            }
            String name = file.getFileName().toString();
            files.put(name, text.getBytes(StandardCharsets.UTF_8));
            if (name.endsWith(".c")) {
                (text.contains("int main(") ? mains : others).add(name);
            }
        }
        if (!found) {
            throw new IllegalStateException(item + " does not contain '" + cut + "'");
        }
        List<Subject.Program> programs =
                mains.stream().map(main -> new Subject.Program(main, others, List.of(""),
                        CommandLines.of(main, files.get(main)))).toList();
        String rule = item.split("/")[1];
        String name = item.substring(item.indexOf('/') + 1) + (cut.isEmpty() ? "" : " without " + cut.lines().findFirst().orElse(""));
        return new Sample(name, new Confirmer.Claim(rule, Level.ERROR, "", 0), new Subject(files, programs), wrong,
                item.startsWith("c/") || !cut.isEmpty() || SLOW.contains(name));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
