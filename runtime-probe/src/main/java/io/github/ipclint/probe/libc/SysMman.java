package io.github.ipclint.probe.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** {@code sys/mman.h}: mappings and POSIX shared memory. */
public final class SysMman {
    public static final int PROT_NONE = Abi.value("PROT_NONE");
    public static final int PROT_READ = Abi.value("PROT_READ");
    public static final int PROT_WRITE = Abi.value("PROT_WRITE");
    public static final int MAP_SHARED = Abi.value("MAP_SHARED");
    public static final int MAP_PRIVATE = Abi.value("MAP_PRIVATE");
    public static final int MAP_ANONYMOUS = Abi.value("MAP_ANONYMOUS");

    private static final Downcall MMAP = Downcall.ofLong("mmap");
    private static final Downcall MUNMAP = Downcall.ofInt("munmap");
    private static final Downcall SHM_OPEN = Downcall.ofInt("shm_open");
    private static final Downcall SHM_UNLINK = Downcall.ofInt("shm_unlink");
    private static final Downcall MEMFD = Downcall.ofInt("memfd_create");

    private SysMman() {}

    /** Maps a file; the result is the address. */
    public static Result mmap(long size, int protection, int flags, int fd, long offset) {
        return Downcall.result(MMAP.invoke(0, size, protection, flags, fd, offset));
    }

    public static Result munmap(long address, long size) {
        return Downcall.result(MUNMAP.invoke(address, size));
    }

    public static Result shmOpen(String name, int flags, int mode) {
        try (Arena arena = Arena.ofConfined()) {
            return Downcall.result(SHM_OPEN.invoke(arena.allocateFrom(name).address(), flags, mode));
        }
    }

    public static Result shmUnlink(String name) {
        try (Arena arena = Arena.ofConfined()) {
            return Downcall.result(SHM_UNLINK.invoke(arena.allocateFrom(name).address()));
        }
    }

    public static Result memfdCreate(String name) {
        try (Arena arena = Arena.ofConfined()) {
            return Downcall.result(MEMFD.invoke(arena.allocateFrom(name).address(), Abi.value("MFD_CLOEXEC")));
        }
    }

    /** Memory at an address that the kernel gave. */
    public static MemorySegment at(long address, long size) {
        return MemorySegment.ofAddress(address).reinterpret(size);
    }
}
