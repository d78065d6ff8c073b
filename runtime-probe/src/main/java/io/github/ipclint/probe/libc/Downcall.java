package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A function of the C library, linked at its first call. Integers and pointers alike travel as 64-bit words: the calling conventions
 * of x86-64 and aarch64 hand each over in a register of its own and have the callee ignore what a narrower type does not use (System V
 * psABI 3.2.3, AAPCS64 6.8). So all functions with the same number of parameters share one shape, and a JVM that calls a dozen of
 * them starts in half the time.
 */
final class Downcall {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final ThreadLocal<MemorySegment> CAPTURED = ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

    private final String name;
    private final ValueLayout returned;
    private final int firstVariadic;
    private volatile @Nullable MethodHandle linked;

    private Downcall(String name, ValueLayout returned, int firstVariadic) {
        this.name = name;
        this.returned = returned;
        this.firstVariadic = firstVariadic;
    }

    /** A function that returns an int. */
    static Downcall ofInt(String name) {
        return new Downcall(name, JAVA_INT, -1);
    }

    /** A function that returns a long, a size or a pointer. */
    static Downcall ofLong(String name) {
        return new Downcall(name, JAVA_LONG, -1);
    }

    /** A function whose parameters from the given index on are variable. */
    static Downcall variadic(String name, ValueLayout returned, int first) {
        return new Downcall(name, returned, first);
    }

    private MethodHandle handle(int arity) {
        MethodHandle handle = linked;
        if (handle == null || handle.type().parameterCount() != arity + 1) {
            handle = link(arity);
            linked = handle;
        }
        return handle;
    }

    private MethodHandle link(int arity) {
        ValueLayout[] words = new ValueLayout[arity];
        Arrays.fill(words, JAVA_LONG);
        Linker.Option capture = Linker.Option.captureCallState("errno");
        Linker.Option[] options = firstVariadic >= 0 && firstVariadic <= arity
                ? new Linker.Option[] {capture, Linker.Option.firstVariadicArg(firstVariadic)}
                : new Linker.Option[] {capture};
        MethodHandle handle = LINKER.downcallHandle(symbol(), FunctionDescriptor.of(returned, words), options);
        return handle.asType(handle.type().changeReturnType(long.class));
    }

    private MemorySegment symbol() {
        return LINKER.defaultLookup()
                .find(name)
                .or(() -> SymbolLookup.loaderLookup().find(name))
                .orElseThrow(() -> new UnsupportedOperationException("the C library of this system has no " + name + "()"));
    }

    /** Whether the C library has the function. */
    boolean exists() {
        return LINKER.defaultLookup().find(name).isPresent();
    }

    long invoke() {
        try {
            return (long) handle(0).invokeExact(CAPTURED.get());
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    long invoke(long a) {
        try {
            return (long) handle(1).invokeExact(CAPTURED.get(), a);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    long invoke(long a, long b) {
        try {
            return (long) handle(2).invokeExact(CAPTURED.get(), a, b);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    long invoke(long a, long b, long c) {
        try {
            return (long) handle(3).invokeExact(CAPTURED.get(), a, b, c);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    long invoke(long a, long b, long c, long d) {
        try {
            return (long) handle(4).invokeExact(CAPTURED.get(), a, b, c, d);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    long invoke(long a, long b, long c, long d, long e) {
        try {
            return (long) handle(5).invokeExact(CAPTURED.get(), a, b, c, d, e);
        } catch (Throwable problem) {
            throw unexpected(problem);
        }
    }

    long invoke(long a, long b, long c, long d, long e, long f) {
        try {
            return (long) handle(6).invokeExact(CAPTURED.get(), a, b, c, d, e, f);
        } catch (Throwable problem) {
            throw unexpected(problem);
        }
    }

    /** The result of a call that returns -1 on failure and leaves the reason in errno. */
    static Result result(long value) {
        return value == -1 ? new Result(-1, lastError()) : new Result(value, 0);
    }

    /** The result of a call that returns NULL on failure. */
    static Result pointer(long value) {
        return value == 0 ? new Result(0, lastError()) : new Result(value, 0);
    }

    /** The result of a call that returns the error number itself, as {@code posix_spawn} does. */
    static Result status(long value) {
        return new Result(value == 0 ? 0 : -1, (int) value);
    }

    private static int lastError() {
        return (int) ERRNO.get(CAPTURED.get(), 0L);
    }

    private RuntimeException unexpected(Throwable problem) {
        return switch (problem) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(name, problem);
        };
    }
}
