package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.NotHereException;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.Signals;
import io.github.ipclint.probe.libc.SysCall;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.libc.Wait;
import io.github.ipclint.probe.process.Shell;
import io.github.ipclint.probe.process.Task;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Signals: what they do to a process that handles, ignores, blocks or knows nothing of them. */
final class SignalExperiments {
    private static final String LOOP = "; echo ready; while :; do sleep 0.01; done";

    private static final AtomicInteger HANDLED = new AtomicInteger();

    private SignalExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(handled(), ignored(), blocked(), byDefault(), interrupt(), killAlways(), killByOwner(), cannotCatch(), stops(),
                continues(),
                segmentViolation(), fromBoth(), recorded());
    }

    private static Experiment handled() {
        return Experiment.of("signal-runs-its-handler", bench -> after(bench, "trap 'echo caught; exit 0' INT", Signals.SIGINT))
                .outcome("handler ran", HOLDS, "the registered handler runs in place of the default")
                .outcome("ended", REFUTED, "the signal ended the process")
                .control("ended", bench -> after(bench, ":", Signals.SIGINT));
    }

    private static Experiment ignored() {
        return Experiment.of("signal-can-be-ignored", bench -> after(bench, "trap '' TERM", Signals.SIGTERM))
                .outcome("goes on", HOLDS, "the ignored signal changes nothing")
                .outcome("ended", REFUTED, "the signal ended the process")
                .control("ended", bench -> after(bench, ":", Signals.SIGTERM));
    }

    private static Experiment byDefault() {
        return Experiment.of("signal-without-handler-has-a-default", bench -> after(bench, ":", Signals.SIGTERM))
                .outcome("ended", HOLDS, "the kernel does the default, here it ends the process")
                .outcome("handler ran", REFUTED, "the process was told")
                .control("handler ran", bench -> after(bench, "trap 'echo caught; exit 0' TERM", Signals.SIGTERM));
    }

    private static Experiment interrupt() {
        return Experiment.of("sigint-ends-the-process", bench -> after(bench, ":", Signals.SIGINT))
                .outcome("ended", HOLDS, "SIGINT ends a process that does not handle it")
                .outcome("goes on", REFUTED, "the process goes on")
                .control("goes on", bench -> after(bench, "trap '' INT", Signals.SIGINT));
    }

    /** What becomes of a process that prepared itself and gets a signal. */
    private static Seen after(Bench bench, String preparation, int signal) {
        Shell shell = bench.startShell(preparation + LOOP, Map.of());
        shell.awaitLine("ready");
        Signals.kill(shell.pid(), signal).orFail("kill");
        if (preparation.startsWith("trap ''")) {
            // it must have gone on for some time after the signal was taken off its list
            Task.sleep(50);
            boolean pending = status(shell.pid(), "SigPnd", signal);
            return Seen.either(shell.child().poll().isEmpty() && !pending, "goes on", "ended", "alive, and the signal is not pending");
        }
        Shell.Finished finished = shell.finish();
        return switch (finished.status()) {
            case Wait.Killed(int by) when by == signal -> new Seen("ended", "killed by signal " + by);
            case Wait.Exited(int code) when code == 0 && finished.output().contains("caught") ->
                    new Seen("handler ran", "the handler printed");
            default -> new Seen("otherwise", finished.toString());
        };
    }

    /** Whether a set of signals in proc_pid_status(5) contains the signal. */
    private static boolean status(int pid, String set, int signal) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith(set + ":"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(set.length() + 1).strip(), 16) >>> (signal - 1) & 1) != 0);
        } catch (IOException e) {
            return false;
        }
    }

    private static Experiment blocked() {
        return Experiment.of("blocked-signal-comes-when-unblocked", bench -> whileBlocked(bench, true))
                .outcome("delivered afterwards", HOLDS, "it waits while it is blocked and comes as soon as it is not")
                .outcome("delivered at once", REFUTED, "it came at once")
                .outcome("lost", REFUTED, "it never came")
                .control("delivered at once", bench -> whileBlocked(bench, false));
    }

    /** Raises a signal in a thread of this process and counts how often the handler ran before and after the thread unblocked it. */
    private static Seen whileBlocked(Bench bench, boolean block) {
        int signal = Signals.SIGUSR1;
        HANDLED.set(0);
        long before = Signals.sigaction(signal, Signals.handler(bench.arena(), handler()).address()).orFail("sigaction").value();
        try {
            int early = bench.begin(() -> {
                if (block) {
                    Signals.mask(Signals.SIG_BLOCK, Signals.set(bench.arena(), signal));
                }
                Signals.raise(signal).orFail("raise");
                int count = HANDLED.get();
                Signals.mask(Signals.SIG_UNBLOCK, Signals.set(bench.arena(), signal));
                return count;
            }).await();
            String runs = "the handler ran " + early + " times before and " + HANDLED.get() + " times after unblocking";
            return new Seen(early > 0 ? "delivered at once" : HANDLED.get() == 1 ? "delivered afterwards" : "lost", runs);
        } finally {
            Signals.sigaction(signal, before);
        }
    }

    private static MethodHandle handler() {
        try {
            return MethodHandles.lookup().findStatic(SignalExperiments.class, "handle", MethodType.methodType(void.class, int.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unused") // called by the C library
    private static void handle(int signal) {
        HANDLED.incrementAndGet();
    }

    private static Experiment killAlways() {
        return Experiment.of("sigkill-ends-any-process", SignalExperiments::killFirst)
                .outcome("process 1 survives", QUALIFIED, "process 1 of a namespace does not even notice one from inside")
                .outcome("ended", HOLDS, "it ends every process")
                .control("ended", bench -> after(bench, ":", Signals.SIGKILL));
    }

    private static Seen killFirst(Bench bench) throws IOException {
        if (!bench.isolated() || Unistd.getpid() == 1 || !Files.readString(Path.of("/proc/1/cmdline")).contains("LaboratoryMain")) {
            throw new NotHereException("needs a namespace with a process 1 of its own");
        }
        Result sent = Signals.kill(1, Signals.SIGKILL);
        Task.sleep(50);
        boolean alive = new Task(1, 1).state().filter(state -> state != 'Z').isPresent();
        return Seen.either(sent.ok() && alive, "process 1 survives", "ended", "kill(1, SIGKILL) gave " + sent + ", it lives");
    }

    private static Experiment killByOwner() {
        return Experiment.of("sigkill-is-for-the-super-user", bench -> withoutPrivilege(bench, false))
                .outcome("ended", REFUTED, "a thread without any privilege kills a process of the same user")
                .outcome("refused", HOLDS, "only the super-user may")
                .control("refused", bench -> withoutPrivilege(bench, true));
    }

    /** The control sends to a process that was there and is gone, which even the super-user cannot kill. */
    private static Seen withoutPrivilege(Bench bench, boolean gone) {
        Shell shell = bench.startShell("echo ready; sleep 60", Map.of());
        shell.awaitLine("ready");
        int pid = shell.pid();
        if (gone) {
            shell.child().close();
        }
        Result result = bench.begin(() -> {
            SysCall.dropCapabilitiesOfThread().orFail("capset");
            return Signals.kill(pid, Signals.SIGKILL);
        }).await();
        Optional<Wait.Status> end = gone ? Optional.empty() : shell.child().awaitEnd(Duration.ofSeconds(5));
        return Seen.either(result.ok() && end.isPresent(), "ended", "refused", "kill without capabilities: " + result.error());
    }

    private static Experiment cannotCatch() {
        return Experiment.of("some-signals-cannot-be-handled", _ -> handlerFor(Signals.SIGKILL))
                .outcome("EINVAL", HOLDS, "the call that registers a handler can fail, so its result must be checked")
                .outcome("ok", REFUTED, "a handler can be registered for any signal")
                .control("ok", _ -> handlerFor(Signals.SIGUSR1));
    }

    private static Seen handlerFor(int signal) {
        Result result = Signals.sigaction(signal, Signals.SIG_IGN);
        if (result.ok()) {
            Signals.sigaction(signal, result.value());
        }
        return new Seen(result.error(), "sigaction: " + result.error());
    }

    private static Experiment stops() {
        return Experiment.of("sigstop-stops-the-process", bench -> state(bench, Signals.SIGSTOP))
                .outcome("T", HOLDS, "the process is stopped")
                .outcome("running", REFUTED, "the process goes on")
                .control("running", bench -> state(bench, Signals.SIGSTOP, Signals.SIGCONT));
    }

    private static Experiment continues() {
        return Experiment.of("sigcont-continues-the-process", bench -> state(bench, Signals.SIGSTOP, Signals.SIGCONT))
                .outcome("running", HOLDS, "the stopped process goes on")
                .outcome("T", REFUTED, "the process stays stopped")
                .control("T", bench -> state(bench, Signals.SIGSTOP));
    }

    private static Seen state(Bench bench, int... signals) {
        Shell shell = bench.startShell("echo ready; sleep 60", Map.of());
        shell.awaitLine("ready");
        Task task = new Task(shell.pid(), shell.pid());
        boolean stopped = false;
        for (int signal : signals) {
            Signals.kill(shell.pid(), signal).orFail("kill");
            boolean wanted = signal == Signals.SIGSTOP;
            bench.eventually(() -> task.state().filter(it -> it == 'T').isPresent() == wanted);
            stopped = task.state().filter(it -> it == 'T').isPresent();
        }
        return Seen.either(stopped, "T", "running", stopped ? "its state is T, stopped" : "its state is not T");
    }

    private static Experiment segmentViolation() {
        return Experiment.of("sigsegv-on-foreign-memory", bench -> depth(bench, "f"))
                .outcome("SIGSEGV", HOLDS, "a process that touches memory that is not its own gets SIGSEGV")
                .outcome("exit 0", REFUTED, "the process ends without a signal")
                .control("exit 0", bench -> depth(bench, ":"));
    }

    /** A shell function that calls itself without end runs off its stack into memory that nobody mapped. */
    private static Seen depth(Bench bench, String next) {
        Shell.Finished finished = bench.shell("ulimit -c 0; ulimit -s 256; sh -c 'f() { " + next + "; }; f'; echo code $?");
        boolean violation = finished.output().contains("code " + (128 + Signals.SIGSEGV));
        return Seen.either(violation, "SIGSEGV", finished.output().contains("code 0") ? "exit 0" : "otherwise", "exit "
                + finished.output().strip().lines().reduce("", (_, last) -> last));
    }

    private static Experiment fromBoth() {
        return Experiment.of("signals-come-from-kernel-and-processes", bench -> {
            Seen process = after(bench, "trap 'echo caught; exit 0' TERM", Signals.SIGTERM);
            return brokenPipe(bench, process.outcome().equals("handler ran"), false);
        }).outcome("from both", HOLDS, "another process sends one with kill, the kernel sends SIGPIPE of its own accord")
                .outcome("from none", REFUTED, "no signal came")
                .control("from none", bench -> brokenPipe(bench, false, true));
    }

    private static Seen brokenPipe(Bench bench, boolean fromProcess, boolean reader) {
        int[] ends = new int[2];
        Unistd.pipe2(ends, Fcntl.O_CLOEXEC).orFail("pipe2");
        int writer = bench.owned(Fcntl.fcntl(bench.owned(ends[1]), Fcntl.F_DUPFD_CLOEXEC, 64).number());
        if (reader) {
            bench.owned(ends[0]);
        } else {
            Unistd.close(ends[0]);
        }
        Shell.Finished finished = bench.startShell("trap 'echo from-kernel' PIPE; echo x >&3", Map.of(3, writer)).finish();
        boolean fromKernel = finished.output().contains("from-kernel");
        return Seen.either(fromProcess && fromKernel, "from both", "from none", "SIGPIPE from the kernel: " + fromKernel
                + ", SIGTERM from a process: " + fromProcess);
    }

    private static Experiment recorded() {
        return Experiment.of("process-records-its-signals", bench -> ignoredSet(bench, "trap '' TERM"))
                .outcome("recorded", HOLDS, "the kernel keeps for each process which signals it handles, ignores and blocks")
                .outcome("not recorded", REFUTED, "nothing is recorded")
                .control("not recorded", bench -> ignoredSet(bench, ":"));
    }

    private static Seen ignoredSet(Bench bench, String preparation) {
        Shell shell = bench.startShell(preparation + LOOP, Map.of());
        shell.awaitLine("ready");
        boolean ignored = status(shell.pid(), "SigIgn", Signals.SIGTERM);
        return Seen.either(ignored, "recorded", "not recorded", "SigIgn in /proc/PID/status " + (ignored ? "has" : "has not") + " SIGTERM");
    }
}
