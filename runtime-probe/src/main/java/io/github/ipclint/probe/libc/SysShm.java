package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code sys/shm.h}: System V shared memory. */
public final class SysShm {
    public static final int SHM_RDONLY = Abi.value("SHM_RDONLY");

    private static final Downcall SHMGET = Downcall.ofInt("shmget");
    private static final Downcall SHMAT = Downcall.ofLong("shmat");
    private static final Downcall SHMDT = Downcall.ofInt("shmdt");
    private static final Downcall SHMCTL = Downcall.ofInt("shmctl");

    /** The fields of {@code struct shmid_ds} that experiments look at. */
    public record Segment(long size, long attached, int creator, int mode) {}

    private SysShm() {}

    public static Result shmget(int key, long size, int flags) {
        return Downcall.result(SHMGET.invoke(key, size, flags));
    }

    /** Attaches a segment; the result is its address. */
    public static Result shmat(int id, long address, int flags) {
        return Downcall.result(SHMAT.invoke(id, address, flags));
    }

    public static Result shmdt(long address) {
        return Downcall.result(SHMDT.invoke(address));
    }

    public static Result remove(int id) {
        return Downcall.result(SHMCTL.invoke(id, SysIpc.IPC_RMID, 0));
    }

    public static Segment stat(int id) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate(Abi.value("sizeof(struct shmid_ds)"), 8);
            Downcall.result(SHMCTL.invoke(id, SysIpc.IPC_STAT, data.address())).orFail("shmctl");
            return new Segment(
                    data.get(JAVA_LONG, Abi.value("offsetof(struct shmid_ds, shm_segsz)")),
                    data.get(JAVA_LONG, Abi.value("offsetof(struct shmid_ds, shm_nattch)")),
                    data.get(JAVA_INT, Abi.value("offsetof(struct shmid_ds, shm_cpid)")),
                    data.get(JAVA_INT, Abi.value("offsetof(struct shmid_ds, shm_perm)") + Abi.value("offsetof(struct ipc_perm, mode)")));
        }
    }
}
