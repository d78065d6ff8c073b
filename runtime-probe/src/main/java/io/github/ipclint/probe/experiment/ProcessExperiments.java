package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.NOT_OBSERVABLE;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.NotHereException;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.bench.SystemV;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.Signals;
import io.github.ipclint.probe.libc.SysCall;
import io.github.ipclint.probe.libc.SysIpc;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.process.Shell;
import io.github.ipclint.probe.process.Task;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.stream.Stream;

/** Processes as such: copies, separation, and naming each other. */
final class ProcessExperiments {
    private ProcessExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(forkCopies(), forkConcurrent(), spaces(), unaffected(), directNaming(), newPartner(), mailbox(), physical());
    }

    private static Experiment forkCopies() {
        return Experiment.of("fork-copies-the-process", bench -> value(bench, "x=42; (echo \"$x\")"))
                .outcome("copied", HOLDS, "the child begins with what the parent had in memory")
                .outcome("not copied", REFUTED, "the child begins without it")
                .control("not copied", bench -> value(bench, "x=42; sh -c 'echo \"$x\"'"));
    }

    private static Seen value(Bench bench, String script) {
        String output = bench.shell(script).output().strip();
        return Seen.either(output.equals("42"), "copied", "not copied", "the other process sees '" + output + "'");
    }

    private static Experiment forkConcurrent() {
        return Experiment.of("forked-processes-run-at-once", bench -> together(bench, ""))
                .outcome("both alive", HOLDS, "two children are alive at the same time")
                .outcome("one by one", REFUTED, "the second begins when the first has ended")
                .control("one by one", bench -> together(bench, "kill $a; wait $a 2> /dev/null;"));
    }

    private static Seen together(Bench bench, String between) {
        String output = bench.shell("sleep 30 & a=$!; " + between
                + " sleep 30 & b=$!; kill -0 $a 2> /dev/null && kill -0 $b && echo both; kill $a $b 2> /dev/null").output();
        return Seen.either(output.contains("both"), "both alive", "one by one",
                output.contains("both") ? "both answer kill -0" : "one answers");
    }

    private static Experiment spaces() {
        return Experiment.of("no-access-to-another-process", bench -> secret(bench, true))
                .outcome("readable", QUALIFIED,
                        "an address means nothing there, but process_vm_readv of the same user reads the other's memory")
                .outcome("not readable", HOLDS, "the other's memory cannot be read")
                .control("not readable", bench -> secret(bench, false));
    }

    private static Seen secret(Bench bench, boolean byCall) {
        long address = bench.peer().call("own").result().value();
        bench.peer().call("poke", address, 0x51ced);
        MemorySegment word = bench.buffer(Integer.BYTES);
        if (byCall) {
            Result result = SysCall.readMemory(bench.peer().pid(), address, word);
            if (!result.ok()) {
                throw new NotHereException("process_vm_readv() gives " + result.error());
            }
            return Seen.either(word.get(JAVA_INT, 0) == 0x51ced, "readable", "not readable",
                    "process_vm_readv() copied " + result + " bytes");
        }
        Descriptors.Ends pipe = new Descriptors(bench).pipe();
        Result here = Unistd.write(pipe.write(), address, Integer.BYTES);
        if (here.ok()) {
            Unistd.read(pipe.read(), word, Integer.BYTES);
        }
        return Seen.either(word.get(JAVA_INT, 0) == 0x51ced, "readable", "not readable",
                "the same address here: " + (here.ok() ? "other content" : here.error()));
    }

    private static Experiment unaffected() {
        return Experiment.of("processes-do-not-affect-each-other", bench -> stop(bench, Signals.SIGSTOP))
                .outcome("stopped", REFUTED, "one process stops another with a signal")
                .outcome("goes on", HOLDS, "the other process goes on")
                .control("goes on", bench -> stop(bench, 0));
    }

    private static Seen stop(Bench bench, int signal) {
        Shell shell = bench.startShell("echo ready; sleep 60", Map.of());
        shell.awaitLine("ready");
        Signals.kill(shell.pid(), signal).orFail("kill");
        Task task = new Task(shell.pid(), shell.pid());
        boolean stopped = signal != 0 && bench.eventually(() -> task.state().filter(it -> it == 'T').isPresent());
        return Seen.either(stopped, "stopped", "goes on", stopped ? "its state is T, stopped" : "its state is not T");
    }

    private static Experiment directNaming() {
        return Experiment.of("direct-partner-is-named", bench -> named(bench, false))
                .outcome("reaches", HOLDS, "what is sent to a process id reaches this process")
                .outcome("ESRCH", REFUTED, "no such partner")
                .control("ESRCH", bench -> named(bench, true));
    }

    private static Experiment newPartner() {
        return Experiment.of("direct-partner-changes", bench -> named(bench, true))
                .outcome("ESRCH", HOLDS, "after the partner was replaced its old name is wrong: senders must be changed")
                .outcome("reaches", REFUTED, "the old name reaches the new partner")
                .control("reaches", bench -> named(bench, false));
    }

    /** Sends a signal to a partner under its id, or, after it ended and another one began, under the id of the first. */
    private static Seen named(Bench bench, boolean replace) {
        String script = "trap 'echo got; exit 0' USR1; echo ready; while :; do sleep 0.01; done";
        Shell partner = bench.startShell(script, Map.of());
        partner.awaitLine("ready");
        int name = partner.pid();
        if (replace) {
            partner.child().close();
            partner = bench.startShell(script, Map.of());
            partner.awaitLine("ready");
        }
        Result result = Signals.sigqueue(name, Signals.SIGUSR1, 1);
        if (!result.ok()) {
            return new Seen(result.error(), "to the old id: " + result.error());
        }
        partner.awaitLine("got");
        return new Seen("reaches", "the partner got the signal");
    }

    private static Experiment mailbox() {
        return Experiment.of("mailbox-of-several", bench -> {
            int queue = new SystemV(bench).queue();
            SystemV.send(queue, 1, "from-here", 0);
            bench.peer().call("msgsnd", queue, 1, "from-there", 0);
            String there = bench.peer().call("msgrcv", queue, 32, 0, SysIpc.IPC_NOWAIT).text();
            String here = SystemV.receive(queue, 32, 0, SysIpc.IPC_NOWAIT).text();
            boolean empty = !SystemV.receive(queue, 32, 0, SysIpc.IPC_NOWAIT).result().ok();
            return Seen.either(there.equals("from-here") && here.equals("from-there") && empty, "each message to one",
                    "every message to all",
                    "two senders, two receivers: '" + there + "' there, '" + here + "' here, then empty");
        }).outcome("each message to one", HOLDS, "several send to and receive from one mailbox, each message goes to exactly one")
                .outcome("every message to all", REFUTED, "a message is received twice")
                .control("every message to all", bench -> {
                    SystemV make = new SystemV(bench);
                    int segment = make.segment(4096);
                    make.attach(segment, 4096).set(JAVA_INT, 0, 7);
                    int here = make.attach(segment, 4096).get(JAVA_INT, 0);
                    long there = bench.peer().call("peek", bench.peer().call("shmat", segment, 0).result().value()).result().value();
                    return Seen.either(here == 7 && there == 7, "every message to all", "each message to one",
                            "shared memory: both read 7");
                });
    }

    private static Experiment physical() {
        return Experiment.of("one-physical-page", bench -> frames(bench, true))
                .outcome("same frame", HOLDS, "both mappings lead to the same page frame")
                .outcome("frames hidden", NOT_OBSERVABLE, "only root is shown page frames")
                .outcome("no common page", REFUTED, "the mappings do not lead to one page")
                .control("no common page", bench -> frames(bench, false));
    }

    /**
     * Looks both pages up in proc_pid_pagemap(5): the highest bit of an entry tells whether there is a page, bits 0 to 54 are its frame,
     * zero unless the reader is root.
     */
    private static Seen frames(Bench bench, boolean shared) throws IOException {
        SystemV make = new SystemV(bench);
        int segment = make.segment(4096);
        MemorySegment here = make.attach(segment, 4096);
        here.set(JAVA_INT, 0, 1);
        int other = shared ? segment : make.segment(4096);
        long there = bench.peer().call("shmat", other, 0).result().value();
        if (shared) {
            bench.peer().call("poke", there, 1);
        }
        long one = entry("self", here.address());
        long two = entry(Integer.toString(bench.peer().pid()), there);
        if (two >= 0) {
            return new Seen("no common page", "the other process has no page there");
        }
        if (one << 9 == 0) {
            return new Seen("frames hidden", "the page is there, its frame is shown as 0");
        }
        return Seen.either(one == two, "same frame", "no common page", one == two ? "the frames are equal" : "the frames differ");
    }

    private static long entry(String process, long address) throws IOException {
        try (RandomAccessFile pagemap = new RandomAccessFile("/proc/" + process + "/pagemap", "r")) {
            pagemap.seek(address / Unistd.pageSize() * Long.BYTES);
            return Long.reverseBytes(pagemap.readLong());
        }
    }
}
