package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/**
 * {@code signal.h}: sending, blocking, waiting, handling. The JVM needs SIGUSR2, SIGQUIT, SIGSEGV and some more for itself: experiments
 * use SIGUSR1 and real-time signals.
 */
public final class Signals {
    public static final int SIGHUP = Abi.value("SIGHUP");
    public static final int SIGINT = Abi.value("SIGINT");
    public static final int SIGKILL = Abi.value("SIGKILL");
    public static final int SIGSEGV = Abi.value("SIGSEGV");
    public static final int SIGPIPE = Abi.value("SIGPIPE");
    public static final int SIGALRM = Abi.value("SIGALRM");
    public static final int SIGTERM = Abi.value("SIGTERM");
    public static final int SIGUSR1 = Abi.value("SIGUSR1");
    public static final int SIGCHLD = Abi.value("SIGCHLD");
    public static final int SIGCONT = Abi.value("SIGCONT");
    public static final int SIGSTOP = Abi.value("SIGSTOP");
    public static final int SIG_BLOCK = Abi.value("SIG_BLOCK");
    public static final int SIG_UNBLOCK = Abi.value("SIG_UNBLOCK");
    public static final int SI_USER = Abi.value("SI_USER");
    public static final int SI_QUEUE = Abi.value("SI_QUEUE");

    /** Dispositions in place of a handler's address. */
    public static final long SIG_DFL = 0;
    public static final long SIG_IGN = 1;

    private static final Downcall KILL = Downcall.ofInt("kill");
    private static final Downcall RAISE = Downcall.ofInt("raise");
    private static final Downcall SIGQUEUE = Downcall.ofInt("sigqueue");
    private static final Downcall SIGACTION = Downcall.ofInt("sigaction");
    private static final Downcall PTHREAD_SIGMASK = Downcall.ofInt("pthread_sigmask");
    private static final Downcall SIGEMPTYSET = Downcall.ofInt("sigemptyset");
    private static final Downcall SIGADDSET = Downcall.ofInt("sigaddset");
    private static final Downcall SIGFILLSET = Downcall.ofInt("sigfillset");
    private static final Downcall SIGTIMEDWAIT = Downcall.ofInt("sigtimedwait");
    private static final Downcall SIGRTMIN = Downcall.ofInt("__libc_current_sigrtmin");

    private Signals() {}

    /** The first real-time signal; the C library keeps some of the kernel's for itself. */
    public static int firstRealTime() {
        return (int) SIGRTMIN.invoke();
    }

    public static Result kill(int process, int signal) {
        return Downcall.result(KILL.invoke(process, signal));
    }

    /** Sends a signal to the calling thread. */
    public static Result raise(int signal) {
        return Downcall.result(RAISE.invoke(signal));
    }

    public static Result sigqueue(int process, int signal, int value) {
        return Downcall.result(SIGQUEUE.invoke(process, signal, value));
    }

    /** A set of signals. */
    public static MemorySegment set(SegmentAllocator arena, int... signals) {
        MemorySegment set = arena.allocate(Abi.value("sizeof(sigset_t)"), 8);
        SIGEMPTYSET.invoke(set.address());
        for (int signal : signals) {
            Downcall.result(SIGADDSET.invoke(set.address(), signal)).orFail("sigaddset");
        }
        return set;
    }

    static MemorySegment all(SegmentAllocator arena) {
        MemorySegment set = arena.allocate(Abi.value("sizeof(sigset_t)"), 8);
        SIGFILLSET.invoke(set.address());
        return set;
    }

    /** Changes the mask of the calling thread: {@link #SIG_BLOCK} or {@link #SIG_UNBLOCK}. */
    public static void mask(int how, MemorySegment set) {
        Downcall.status(PTHREAD_SIGMASK.invoke(how, set.address(), 0)).orFail("pthread_sigmask");
    }

    /** Waits for a blocked signal; the result is its number, EAGAIN when the time is over. */
    public static Result await(MemorySegment set, long milliseconds) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(2L * Long.BYTES, 8);
            time.setAtIndex(JAVA_LONG, 0, milliseconds / 1000);
            time.setAtIndex(JAVA_LONG, 1, milliseconds % 1000 * 1_000_000);
            return Downcall.result(SIGTIMEDWAIT.invoke(set.address(), 0, time.address()));
        }
    }

    /** Waits for a blocked signal without end. */
    public static Result await(MemorySegment set) {
        return Downcall.result(SIGTIMEDWAIT.invoke(set.address(), 0, 0));
    }

    /** Sets what a signal does; the handler is an address, {@link #SIG_DFL} or {@link #SIG_IGN}. The result is the one before. */
    public static Result sigaction(int signal, long handler) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment wanted = arena.allocate(Abi.value("sizeof(struct sigaction)"), 8);
            MemorySegment before = arena.allocate(Abi.value("sizeof(struct sigaction)"), 8);
            wanted.set(JAVA_LONG, Abi.value("offsetof(struct sigaction, sa_handler)"), handler);
            Result result = Downcall.result(SIGACTION.invoke(signal, wanted.address(), before.address()));
            return result.ok() ? new Result(before.get(JAVA_LONG, Abi.value("offsetof(struct sigaction, sa_handler)")), 0) : result;
        }
    }

    /** A handler in Java. It must only ever run in a thread that raises the signal itself, where the JVM is in a native call. */
    public static MemorySegment handler(Arena arena, MethodHandle handler) {
        return Linker.nativeLinker().upcallStub(handler, FunctionDescriptor.ofVoid(JAVA_INT), arena);
    }
}
