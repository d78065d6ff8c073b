package io.github.ipclint.probe.cost;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Sockets;
import io.github.ipclint.probe.bench.SystemV;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Mqueue;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SysIpc;
import io.github.ipclint.probe.libc.SysSocket;
import java.util.Optional;

/** Whether a medium takes a message of some size at all: asked of the kernel with one message that nobody reads. */
final class Refusal {
    private Refusal() {}

    /** The error that a message of this size meets; empty if it is taken. */
    static Optional<String> of(Medium medium, int size, Bench bench) {
        Result result = switch (medium) {
            case SYSTEM_V_QUEUE -> SystemV.send(new SystemV(bench).queue(), 1, "x".repeat(size), SysIpc.IPC_NOWAIT);
            case POSIX_QUEUE -> posixQueue(bench, size);
            case UNIX_DATAGRAM -> packet(new Descriptors(bench).socketPair(SysSocket.SOCK_DGRAM).write(), size);
            case UNIX_SEQPACKET -> packet(new Descriptors(bench).socketPair(SysSocket.SOCK_SEQPACKET).write(), size);
            case UDP -> {
                Sockets sockets = new Sockets(bench);
                int client = sockets.inet(SysSocket.SOCK_DGRAM);
                sockets.connect(client, sockets.bound(SysSocket.SOCK_DGRAM).port()).orFail("connect");
                yield packet(client, size);
            }
            default -> new Result(0, 0);
        };
        return result.ok() ? Optional.empty() : Optional.of(result.error());
    }

    private static Result packet(int socket, int size) {
        Descriptors.setNonBlocking(socket);
        return Descriptors.write(socket, "x".repeat(size));
    }

    /** A queue is made for a size; a message that is larger than the system's limit meets EMSGSIZE in the largest queue there is. */
    private static Result posixQueue(Bench bench, int size) {
        String name = bench.objectName();
        int flags = Fcntl.O_CREAT | Fcntl.O_EXCL | Fcntl.O_RDWR | Fcntl.O_NONBLOCK;
        Result queue = Mqueue.open(name, flags, 0600, 8, size);
        if (!queue.ok()) {
            queue = Mqueue.open(name, flags, 0600, 8, 4096).orFail("mq_open");
        }
        Mqueue.unlink(name);
        int fd = bench.owned(queue.number());
        return Mqueue.send(fd, bench.buffer(size), size, 0);
    }
}
