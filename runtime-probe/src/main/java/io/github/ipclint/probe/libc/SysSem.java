package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/** {@code sys/sem.h}: System V semaphore sets. */
public final class SysSem {
    public static final int SEM_UNDO = Abi.value("SEM_UNDO");
    public static final int GETVAL = Abi.value("GETVAL");
    public static final int SETVAL = Abi.value("SETVAL");

    private static final Downcall SEMGET = Downcall.ofInt("semget");
    private static final Downcall SEMOP = Downcall.ofInt("semop");
    private static final Downcall SEMCTL = Downcall.variadic("semctl", JAVA_INT, 3);

    private SysSem() {}

    public static Result semget(int key, int count, int flags) {
        return Downcall.result(SEMGET.invoke(key, count, flags));
    }

    /** A {@code struct sembuf}, made once where an operation is repeated. */
    public static MemorySegment operation(SegmentAllocator arena, int number, int change, int flags) {
        MemorySegment operation = arena.allocate(Abi.value("sizeof(struct sembuf)"), Short.BYTES);
        operation.set(JAVA_SHORT, Abi.value("offsetof(struct sembuf, sem_num)"), (short) number);
        operation.set(JAVA_SHORT, Abi.value("offsetof(struct sembuf, sem_op)"), (short) change);
        operation.set(JAVA_SHORT, Abi.value("offsetof(struct sembuf, sem_flg)"), (short) flags);
        return operation;
    }

    public static Result semop(int id, MemorySegment operation) {
        return Downcall.result(SEMOP.invoke(id, operation.address(), 1));
    }

    public static Result semctl(int id, int number, int command, int argument) {
        return Downcall.result(SEMCTL.invoke(id, number, command, argument));
    }

    public static Result remove(int id) {
        return Downcall.result(SEMCTL.invoke(id, 0, SysIpc.IPC_RMID, 0));
    }
}
