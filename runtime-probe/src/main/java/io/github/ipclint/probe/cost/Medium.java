package io.github.ipclint.probe.cost;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Sockets;
import io.github.ipclint.probe.bench.SystemV;
import io.github.ipclint.probe.channel.LinkKind;
import io.github.ipclint.probe.libc.Eventfd;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Mqueue;
import io.github.ipclint.probe.libc.Semaphores;
import io.github.ipclint.probe.libc.Signals;
import io.github.ipclint.probe.libc.SocketAddress;
import io.github.ipclint.probe.libc.SysMman;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.libc.Unistd;
import java.util.List;
import java.util.stream.IntStream;

/** The media whose cost is measured. */
public enum Medium {
    PIPE("pipe", LinkKind.DESCRIPTORS),
    FIFO("FIFO", LinkKind.DESCRIPTORS),
    SYSTEM_V_QUEUE("System V queue", LinkKind.SYSTEM_V_QUEUE),
    POSIX_QUEUE("POSIX queue", LinkKind.POSIX_QUEUE),
    UNIX_STREAM("UNIX stream", LinkKind.DESCRIPTORS),
    UNIX_DATAGRAM("UNIX datagram", LinkKind.DESCRIPTORS),
    UNIX_SEQPACKET("UNIX seqpacket", LinkKind.DESCRIPTORS),
    TCP("TCP", LinkKind.DESCRIPTORS),
    UDP("UDP", LinkKind.DESCRIPTORS),
    SIGNAL("real-time signal", LinkKind.SIGNAL),
    EVENTFD("eventfd", LinkKind.DESCRIPTORS),
    FUTEX("memory + futex", LinkKind.FUTEX),
    SEMAPHORE("memory + semaphore", LinkKind.SEMAPHORE),
    SYSTEM_V_SPIN("System V memory, polled", LinkKind.SPIN),
    POSIX_SPIN("POSIX memory, polled", LinkKind.SPIN),
    MAPPED_SPIN("mapped file, polled", LinkKind.SPIN);

    private static final int BOTH = SysMman.PROT_READ | SysMman.PROT_WRITE;
    private static final int NEW = Fcntl.O_CREAT | Fcntl.O_EXCL | Fcntl.O_RDWR;

    private final String title;
    private final LinkKind kind;

    Medium(String title, LinkKind kind) {
        this.title = title;
        this.kind = kind;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    LinkKind kind() {
        return kind;
    }

    /** The sizes that make sense: a counter has 8 bytes, a signal carries an int. */
    List<Integer> sizes(List<Integer> wanted) {
        return switch (this) {
            case EVENTFD -> List.of(Long.BYTES);
            case SIGNAL -> List.of(Integer.BYTES);
            default -> wanted;
        };
    }

    /** Why there is no throughput to measure; empty if there is. */
    String noThroughput(String placement) {
        return switch (this) {
            case UDP -> "datagrams get lost";
            case SIGNAL, EVENTFD -> "carries no messages";
            case FUTEX, SEMAPHORE -> "one slot, each message waits for its answer";
            case SYSTEM_V_SPIN, POSIX_SPIN, MAPPED_SPIN -> placement.equals(Placement.ONE) ? "polling waits for the scheduler" : "";
            default -> "";
        };
    }

    /** Words for both sides, as the kind of link wants them. */
    record Words(long[] mine, long[] theirs) {}

    /** Makes the medium and hands the peer its part. */
    Words open(Bench bench, int size) {
        return switch (this) {
            case PIPE -> pipes(bench, new Descriptors(bench).pipe(), new Descriptors(bench).pipe());
            case FIFO -> pipes(bench, fifo(bench, "forth"), fifo(bench, "back"));
            case SYSTEM_V_QUEUE -> queue(new SystemV(bench).queue());
            case POSIX_QUEUE -> posixQueues(bench, size);
            case UNIX_STREAM -> pair(bench, new Descriptors(bench).socketPair(SysSocket.SOCK_STREAM));
            case UNIX_DATAGRAM -> pair(bench, new Descriptors(bench).socketPair(SysSocket.SOCK_DGRAM));
            case UNIX_SEQPACKET -> pair(bench, new Descriptors(bench).socketPair(SysSocket.SOCK_SEQPACKET));
            case TCP -> pair(bench, undelayed(new Sockets(bench).connection()));
            case UDP -> pair(bench, datagrams(new Sockets(bench)));
            case SIGNAL -> signals(bench);
            case EVENTFD -> events(bench);
            case FUTEX, POSIX_SPIN, SEMAPHORE -> mapped(bench, size, object(bench));
            case MAPPED_SPIN -> mapped(bench, size, new Descriptors(bench).open(bench.path("map"), NEW));
            case SYSTEM_V_SPIN -> segment(bench, size);
        };
    }

    private static Words pipes(Bench bench, Descriptors.Ends forth, Descriptors.Ends back) {
        return new Words(new long[] {back.read(), forth.write()},
                new long[] {bench.peer().give(forth.read()), bench.peer().give(back.write())});
    }

    private static Descriptors.Ends fifo(Bench bench, String name) {
        Descriptors make = new Descriptors(bench);
        String path = make.fifo(name);
        int read = make.open(path, Fcntl.O_RDONLY | Fcntl.O_NONBLOCK);
        int write = make.open(path, Fcntl.O_WRONLY);
        Fcntl.fcntl(read, Fcntl.F_SETFL, 0).orFail("fcntl");
        return new Descriptors.Ends(read, write);
    }

    private static Words queue(int id) {
        return new Words(new long[] {id, 2, 1}, new long[] {id, 1, 2});
    }

    private static Words posixQueues(Bench bench, int size) {
        int[] queues = IntStream.range(0, 2).map(_ -> {
            String name = bench.objectName();
            int queue = bench.owned(Mqueue.open(name, NEW, 0600, 8, size).orFail("mq_open").number());
            Mqueue.unlink(name);
            return queue;
        }).toArray();
        return new Words(new long[] {queues[0], queues[1]}, new long[] {bench.peer().give(queues[1]), bench.peer().give(queues[0])});
    }

    private static Words pair(Bench bench, Descriptors.Ends ends) {
        long theirs = bench.peer().give(ends.read());
        return new Words(new long[] {ends.write(), ends.write()}, new long[] {theirs, theirs});
    }

    private static Descriptors.Ends undelayed(Descriptors.Ends connection) {
        SysSocket.setsockopt(connection.read(), SocketAddress.IPPROTO_TCP, SocketAddress.TCP_NODELAY, 1).orFail("setsockopt");
        SysSocket.setsockopt(connection.write(), SocketAddress.IPPROTO_TCP, SocketAddress.TCP_NODELAY, 1).orFail("setsockopt");
        return connection;
    }

    private static Descriptors.Ends datagrams(Sockets sockets) {
        Sockets.Server one = sockets.bound(SysSocket.SOCK_DGRAM);
        Sockets.Server other = sockets.bound(SysSocket.SOCK_DGRAM);
        sockets.connect(one.fd(), other.port()).orFail("connect");
        sockets.connect(other.fd(), one.port()).orFail("connect");
        return new Descriptors.Ends(one.fd(), other.fd());
    }

    private static Words signals(Bench bench) {
        int signal = Signals.firstRealTime();
        return new Words(new long[] {bench.peer().pid(), signal + 1L, signal}, new long[] {Unistd.getpid(), signal, signal + 1L});
    }

    private static Words events(Bench bench) {
        int forth = bench.owned(Eventfd.eventfd(0, Eventfd.EFD_CLOEXEC).orFail("eventfd").number());
        int back = bench.owned(Eventfd.eventfd(0, Eventfd.EFD_CLOEXEC).orFail("eventfd").number());
        return new Words(new long[] {back, forth}, new long[] {bench.peer().give(forth), bench.peer().give(back)});
    }

    private static int object(Bench bench) {
        String name = bench.objectName();
        int fd = bench.owned(SysMman.shmOpen(name, NEW, 0600).orFail("shm_open").number());
        SysMman.shmUnlink(name);
        return fd;
    }

    /** Distance of the two directions, so that they never share a line. */
    private static long half(int size) {
        return (size + 4096L) / 4096 * 4096 + 4096;
    }

    private Words mapped(Bench bench, int size, int fd) {
        long all = 2 * half(size);
        Unistd.ftruncate(fd, all).orFail("ftruncate");
        long mine = SysMman.mmap(all, BOTH, SysMman.MAP_SHARED, fd, 0).orFail("mmap").value();
        bench.atEnd(() -> SysMman.munmap(mine, all));
        long theirs = bench.peer().call("mmap", all, BOTH, SysMman.MAP_SHARED, bench.peer().give(fd)).result().orFail("mmap").value();
        bench.atEnd(() -> {
            if (!bench.peer().busy()) {
                bench.peer().call("munmap", theirs, all);
            }
        });
        if (this == SEMAPHORE) {
            Semaphores.init(SysMman.at(mine, all), 0).orFail("sem_init");
            Semaphores.init(SysMman.at(mine + half(size), Semaphores.size()), 0).orFail("sem_init");
        }
        return memory(mine, theirs, size);
    }

    private static Words segment(Bench bench, int size) {
        SystemV make = new SystemV(bench);
        int id = make.segment(2 * half(size));
        return memory(make.attach(id, 2 * half(size)).address(), bench.peer().call("shmat", id, 0).result().orFail("shmat").value(), size);
    }

    private static Words memory(long mine, long theirs, int size) {
        return new Words(new long[] {mine, mine + half(size)}, new long[] {theirs + half(size), theirs});
    }
}
