package io.github.ipclint.probe.libc;

/** {@code sys/ipc.h}: what the three kinds of System V objects have in common. */
public final class SysIpc {
    public static final int IPC_PRIVATE = Abi.value("IPC_PRIVATE");
    public static final int IPC_CREAT = Abi.value("IPC_CREAT");
    public static final int IPC_EXCL = Abi.value("IPC_EXCL");
    public static final int IPC_NOWAIT = Abi.value("IPC_NOWAIT");
    public static final int IPC_RMID = Abi.value("IPC_RMID");
    public static final int IPC_STAT = Abi.value("IPC_STAT");

    private SysIpc() {}
}
