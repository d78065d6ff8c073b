package io.github.ipclint.model;

import io.github.ipclint.ir.Expression;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One effect of a call (vocabulary: MODELS.md). Slots are IR expressions over the model's parameters: {@code fd[0]} is a Read of
 * {@code Element(Dereference(fd), 0)}, {@code act->sa_handler} a Read of a field; where an effect writes a slot, that Read names
 * the place to write. Evaluating a slot in the frame of the call gives the handle, object or value concerned.
 */
public sealed interface Effect {
    Condition condition();

    /**
     * A failure outcome.
     *
     * @param result what the result then equals ({@code -1}, {@code MAP_FAILED}, {@code NULL}) as an expression; a comparison over
     *     {@code result} is allowed too ({@code result < 0}); null for Java exceptions
     * @param errnos names of the errno values, Java: qualified exception types and their supertypes
     * @param stuck those of them that come again for ever when the call is repeated unchanged
     */
    record Fails(@Nullable Expression result, List<String> errnos, Set<String> stuck, Condition condition) implements Effect {}

    /** A new handle of this kind arrives in the slot. {@code mode} evaluates to the flags of open(2) or the text of fopen(3)'s mode, null = by kind. */
    record Acquires(Expression slot, String kind, @Nullable Expression mode, Condition condition) implements Effect {}

    /** The handle ends; {@code kind} null = any. */
    record Releases(Expression slot, @Nullable String kind, Condition condition) implements Effect {}

    /** closefrom, close_range: all descriptors from lo to hi, inclusive; hi null = no upper bound. */
    record ReleasesRange(Expression low, @Nullable Expression high, Condition condition) implements Effect {}

    /** Needs of a handle. */
    enum Need {
        READABLE,
        WRITABLE,
        STREAM,
        DATAGRAM,
        BOUND,
        LISTENING,
        CONNECTED,
        /** A socket not yet listening or connected, for connect and bind. */
        UNCONNECTED,
        SOCKET,
        /** A descriptor number below FD_SETSIZE, for FD_SET. */
        SELECTABLE
    }

    record Uses(Expression slot, Set<Need> needs, Condition condition) implements Effect {}

    /** Facts that a call gives to a handle. */
    enum Fact {
        NONBLOCKING,
        CLOEXEC,
        NOT_CLOEXEC,
        SIZED,
        ERR_MERGED,
        OUTPUT_REDIRECTED,
        ERROR_REDIRECTED,
        INPUT_REDIRECTED,
        STREAM,
        DATAGRAM,
        BOUND,
        LISTENING,
        CONNECTED,
        READ_SHUT,
        WRITE_SHUT,
        /** Somebody empties this stream in the background. */
        DRAINED,
        BLOCKING,
        /** The file offset, which forked processes share, has moved. */
        OFFSET_MOVED,
        /** The System V semaphore has a first value (SETVAL, SETALL); the mutex is set up. */
        INITIALIZED,
        /** The kernel takes this semaphore operation back when the process ends (SEM_UNDO). */
        UNDO,
        /** A mutex, condition, barrier or semaphore that works across processes, or only within one. */
        PROCESS_SHARED,
        PROCESS_PRIVATE,
        /** mq_notify is armed, for one message. */
        NOTIFIED,
        /** The number is in the byte order of the network, or of this machine. */
        NETWORK_ORDER,
        HOST_ORDER,
        REUSEADDR,
        /** SO_RCVTIMEO or SO_SNDTIMEO. */
        TIMEOUT,
        MULTICAST_JOINED,
        MULTICAST_LEFT,
        /** The path is a FIFO (mkfifo). */
        FIFO,
        /** A lock on the file is held through this descriptor: closing it would give the lock back. */
        LOCKED,
        /** It has been given back. */
        UNLOCKED
    }

    record Becomes(Expression slot, Set<Fact> facts, Condition condition) implements Effect {}

    /** dup family; {@code at} the number of the new descriptor (dup2), null = lowest free. */
    record Duplicates(Expression from, Expression to, @Nullable Expression at, Condition condition) implements Effect {}

    /** fdopen, BufferedReader: {@code outer} takes over the release of {@code inner}. */
    record Wraps(Expression outer, Expression inner, Condition condition) implements Effect {}

    /** fileno, getInputStream: another name of the same handle, which takes nothing over. */
    record View(Expression result, Expression of, Condition condition) implements Effect {}

    /** The handle leaves the analysed set on purpose. */
    record Passes(Expression slot, Condition condition) implements Effect {}

    /** Which kernel object a slot means. */
    enum Namespace {
        SYSV_SHM,
        SYSV_MSG,
        SYSV_SEM,
        POSIX_SHM,
        POSIX_MQ,
        POSIX_SEM,
        FILE,
        PORT
    }

    /** {@code value} is the key, name, path or port. */
    record Names(Expression slot, Namespace namespace, Expression value, Condition condition) implements Effect {}

    record Creates(Expression slot, @Nullable Expression exclusive, @Nullable Expression mode, @Nullable Expression size,
            Condition condition) implements Effect {}

    /** By handle or id ({@code slot}), whose namespace may be said too, or by namespace and value. */
    record Removes(@Nullable Expression slot, @Nullable Namespace namespace, @Nullable Expression value, Condition condition)
            implements Effect {}

    record Sizes(Expression slot, Expression size, Condition condition) implements Effect {}

    /** {@code result} points to the shared mapping of the object behind {@code handle}; private mappings have no such effect. */
    record Maps(Expression result, @Nullable Expression handle, @Nullable Expression length, @Nullable Expression protection,
            Condition condition) implements Effect {}

    record Unmaps(Expression address, @Nullable Expression length, Condition condition) implements Effect {}

    /**
     * Memory that is read ({@code write(fd, buf, n)}, {@code strcpy}'s source). Without length: a char pointer is read to its NUL,
     * any other pointer for one object of its type.
     */
    record ReadsMemory(Expression pointer, @Nullable Expression length, Condition condition) implements Effect {}

    /** Memory that is written ({@code read}'s buffer, {@code strcpy}'s target); without length as for {@link ReadsMemory}. */
    record FillsMemory(Expression pointer, @Nullable Expression length, Condition condition) implements Effect {}

    /** printf family: {@code format} and the index of the first further argument; its pointer arguments are read. */
    record Formats(Expression format, int first, Condition condition) implements Effect {}

    /** The string at this pointer ends with NUL afterwards. */
    record Terminated(Expression pointer, Condition condition) implements Effect {}

    /**
     * The slot then holds this value (folding of strcpy, htons); null value = a hole (getpid). A string is a Read of a
     * Dereference: {@code value(*destination, *source)} copies the text, and the facts of an object (a mutex has those of its attributes).
     */
    record Value(Expression slot, @Nullable Expression value, Condition condition) implements Effect {}

    /**
     * The slot then holds this text. {@code format} is a printf format: a literal ({@code "ftok(%s, %d)"}, a key as text, so that
     * equal paths and ids give equal keys) or a parameter (snprintf's). Its conversions take {@code arguments} and then, when
     * {@code rest} says so, the variadic arguments of the call.
     */
    record FormattedValue(Expression slot, Expression format, List<Expression> arguments, boolean rest, Condition condition)
            implements Effect {}

    /** The slot then holds the length of the string at {@code text}, without its NUL. */
    record LengthValue(Expression slot, Expression text, Condition condition) implements Effect {}

    /**
     * Discarding the result is a mistake under this condition (fcntl's F_SETLK). {@link FunctionModel.Trait#MUST_CHECK} is set too;
     * a model with the trait and without this effect must always be checked.
     */
    record MustCheck(Condition condition) implements Effect {}

    /** Only these bits mean something in this flags parameter. */
    record Allows(Expression slot, Expression mask, Condition condition) implements Effect {}

    enum Direction {
        IN,
        OUT
    }

    /**
     * Data moves through a handle.
     *
     * @param header type name that precedes the data in memory and is not counted in {@code length} (msgsnd's long), or null
     * @param eof what the result equals at end of file, null = 0 for streams IN
     */
    record Transfers(
            Direction direction, Expression slot, @Nullable Expression pointer, @Nullable Expression length, @Nullable String header,
            @Nullable Expression eof, Condition condition)
            implements Effect {}

    enum BlockReason {
        /** Until the handle has data, room, a connection or a message; never on a handle that is NONBLOCKING. No slot: one of several (select). */
        SLOT,
        CHILD,
        TIME,
        /** Opening a FIFO waits for the other direction. */
        PEER_OPEN,
        SIGNAL,
        SYNCHRONIZATION,
        /** Until whoever holds the lock gives it back: no longer than a moment, unless he waits for something else. */
        LOCK
    }

    record Blocks(BlockReason reason, @Nullable Expression slot, Condition condition) implements Effect {}

    /**
     * A wait for one of several descriptors.
     *
     * @param slot the first of them; the others lie in the elements behind it
     * @param found where it says what it has found
     * @param ended what that is for a pipe or FIFO at its end: the call then returns at once
     * @param count how many there are
     */
    record Awaits(Expression slot, Expression found, Expression ended, Expression count, Condition condition) implements Effect {}

    /** Acquire of a sync object: what the peer did before its release is visible after this call. */
    record OrdersAfter(Expression object, Condition condition) implements Effect {}

    /** Release of a sync object. */
    record OrdersBefore(Expression object, Condition condition) implements Effect {}

    record Forks(boolean vfork, Condition condition) implements Effect {}

    record Execs(@Nullable Expression path, @Nullable Expression arguments, Condition condition) implements Effect {}

    /** Another program starts beside this one; {@code slot} receives the pid, stream or Process; {@code command} is its name or words. */
    record Spawns(Expression slot, @Nullable Expression command, Condition condition) implements Effect {}

    /**
     * Takes the status of an ended child. {@code pid} null = any child; so does a pid that evaluates to -1 or 0. Where the
     * condition (WNOHANG) does not hold, an ended child is reaped all the same, but nobody waits.
     */
    record Waits(@Nullable Expression pid, Condition condition) implements Effect {}

    enum Ending {
        EXIT,
        IMMEDIATE,
        ABORT
    }

    record EndsProcess(Ending ending, Condition condition) implements Effect {}

    enum CallTime {
        NOW,
        AT_EXIT,
        SIGNAL,
        THREAD,
        CHILD,
        TIMER
    }

    /** Somebody calls back; {@code signal} only for SIGNAL; {@code argument} what the function receives, if a slot says so. */
    record Calls(Expression function, CallTime time, @Nullable Expression signal, @Nullable Expression argument, Condition condition)
            implements Effect {}

    /** Sets the disposition of a signal; {@code handler} as {@code act->sa_handler}; {@code flags} as {@code act->sa_flags}. */
    record Disposition(Expression signal, Expression handler, @Nullable Expression flags, Condition condition) implements Effect {}

    record Masks(Expression how, @Nullable Expression set, Condition condition) implements Effect {}

    /** {@code pid} null = this process. */
    record SendsSignal(@Nullable Expression pid, Expression signal, Condition condition) implements Effect {}

    /** The argument with this index (0-based) must be present. */
    record RequiresArgument(int index, Condition condition) implements Effect {}

    /** The variadic argument with this index, 0 for the first: stands as a variable of this name in slots, see {@link FunctionModel#rest}. */
    static String rest(int index) {
        return "args(" + index + ")";
    }
}
