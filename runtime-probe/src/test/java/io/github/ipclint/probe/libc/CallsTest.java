package io.github.ipclint.probe.libc;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Each header's calls, on the real kernel. */
@EnabledOnOs(OS.LINUX)
@Isolated
class CallsTest {
    private static final int NEW = SysIpc.IPC_CREAT | SysIpc.IPC_EXCL | 0600;

    @TempDir
    Path folder;

    private final Arena arena = Arena.ofConfined();

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void errnoIsCapturedWithTheCallItBelongsTo() {
        assertThat(Unistd.close(-1).error()).isEqualTo("EBADF");
        assertThat(Fcntl.open("/no/such/file", Fcntl.O_RDONLY, 0).error()).isEqualTo("ENOENT");
        assertThat(Unistd.close(-1)).hasToString("-1 (EBADF)");
        assertThatThrownBy(() -> Unistd.close(-1).orFail("close")).isInstanceOf(CallFailedException.class)
                .hasMessage("close failed with EBADF");
    }

    @Test
    void errnoIsOfTheThread() throws InterruptedException {
        Result mine = Unistd.close(-1);
        Thread other = Thread.ofPlatform().start(() -> assertThat(Unistd.close(0x7ffffff0).errno()).isNotZero());
        other.join();
        assertThat(mine.error()).isEqualTo("EBADF");
    }

    @Test
    void pipeCarriesBytesAndKnowsItsKind() {
        int[] ends = new int[2];
        Unistd.pipe2(ends, Fcntl.O_CLOEXEC).orFail("pipe2");
        assertThat(Unistd.write(ends[1], arena.allocateFrom("hello"), 5).value()).isEqualTo(5);
        MemorySegment buffer = arena.allocate(16);
        assertThat(Unistd.read(ends[0], buffer, 16).value()).isEqualTo(5);
        assertThat(buffer.getString(0)).isEqualTo("hello");
        assertThat(SysStat.fstat(ends[0]).type()).isEqualTo(SysStat.S_IFIFO);
        assertThat(Fcntl.fcntl(ends[0], Fcntl.F_GETFD, 0).value()).isEqualTo(Fcntl.FD_CLOEXEC);
        assertThat(Fcntl.fcntl(ends[0], Fcntl.F_GETPIPE_SZ, 0).value()).isGreaterThanOrEqualTo(4096);
        Unistd.close(ends[0]);
        assertThat(Unistd.write(ends[1], buffer, 1).error()).isEqualTo("EPIPE");
        Unistd.close(ends[1]);
    }

    @Test
    void fileStatusIsReadFromTheRightOffsets() throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "0123456789");
        int fd = Fcntl.open(file.toString(), Fcntl.O_RDONLY, 0).orFail("open").number();
        SysStat.Stat stat = SysStat.fstat(fd);
        assertThat(stat.inode()).isEqualTo(Files.getAttribute(file, "unix:ino"));
        assertThat(stat.device()).isEqualTo(Files.getAttribute(file, "unix:dev"));
        assertThat(stat.mode()).isEqualTo(Files.getAttribute(file, "unix:mode"));
        assertThat(stat.size()).isEqualTo(10);
        Unistd.close(fd);
    }

    @Test
    void fifoWithoutReaderGivesEnxio() {
        String path = folder.resolve("fifo").toString();
        assertThat(SysStat.mkfifo(path, 0600).ok()).isTrue();
        assertThat(Fcntl.open(path, Fcntl.O_WRONLY | Fcntl.O_NONBLOCK, 0).error()).isEqualTo("ENXIO");
    }

    @Test
    void systemVQueueCountsItsMessages() {
        int queue = SysMsg.msgget(SysIpc.IPC_PRIVATE, NEW).orFail("msgget").number();
        try {
            MemorySegment message = arena.allocate(32, 8);
            assertThat(SysMsg.msgsnd(queue, message, 4, 0).error()).isEqualTo("EINVAL");
            message.set(JAVA_LONG, 0, 7);
            assertThat(SysMsg.msgsnd(queue, message, 4, 0).ok()).isTrue();
            assertThat(SysMsg.stat(queue).messages()).isEqualTo(1);
            assertThat(SysMsg.stat(queue).maxBytes()).isGreaterThanOrEqualTo(2048);
            assertThat(SysMsg.msgrcv(queue, message, 24, 7, 0).value()).isEqualTo(4);
            assertThat(SysMsg.msgrcv(queue, message, 24, 7, SysIpc.IPC_NOWAIT).error()).isEqualTo("ENOMSG");
        } finally {
            SysMsg.remove(queue);
        }
    }

    @Test
    void systemVSegmentKnowsSizeCreatorAndAttachments() {
        int id = SysShm.shmget(SysIpc.IPC_PRIVATE, 5000, NEW).orFail("shmget").number();
        try {
            long address = SysShm.shmat(id, 0, 0).orFail("shmat").value();
            SysMman.at(address, 5000).set(JAVA_INT, 4996, 42);
            SysShm.Segment segment = SysShm.stat(id);
            assertThat(segment.size()).isEqualTo(5000);
            assertThat(segment.attached()).isEqualTo(1);
            assertThat(segment.creator()).isEqualTo((int) ProcessHandle.current().pid());
            assertThat(segment.mode() & 0777).isEqualTo(0600);
            assertThat(SysShm.shmdt(address).ok()).isTrue();
        } finally {
            SysShm.remove(id);
        }
    }

    @Test
    void systemVSemaphoreCounts() {
        int id = SysSem.semget(SysIpc.IPC_PRIVATE, 1, NEW).orFail("semget").number();
        try {
            assertThat(SysSem.semctl(id, 0, SysSem.SETVAL, 1).ok()).isTrue();
            MemorySegment take = SysSem.operation(arena, 0, -1, SysIpc.IPC_NOWAIT);
            assertThat(SysSem.semop(id, take).ok()).isTrue();
            assertThat(SysSem.semop(id, take).error()).isEqualTo("EAGAIN");
            assertThat(SysSem.semctl(id, 0, SysSem.GETVAL, 0).value()).isZero();
        } finally {
            SysSem.remove(id);
        }
    }

    @Test
    void posixQueueRefusesAShortBuffer() {
        String name = name();
        int queue = Mqueue.open(name, Fcntl.O_CREAT | Fcntl.O_EXCL | Fcntl.O_RDWR, 0600, 4, 64).orFail("mq_open").number();
        Mqueue.unlink(name);
        MemorySegment message = arena.allocate(64);
        assertThat(Mqueue.send(queue, message, 65, 0).error()).isEqualTo("EMSGSIZE");
        assertThat(Mqueue.send(queue, message, 10, 0).ok()).isTrue();
        assertThat(Mqueue.receive(queue, message, 10).error()).isEqualTo("EMSGSIZE");
        assertThat(Mqueue.receive(queue, message, 64).value()).isEqualTo(10);
        Mqueue.close(queue);
    }

    @Test
    void posixSharedMemoryAndSemaphores() {
        String name = name();
        int fd = SysMman.shmOpen(name, Fcntl.O_CREAT | Fcntl.O_EXCL | Fcntl.O_RDWR, 0600).orFail("shm_open").number();
        SysMman.shmUnlink(name);
        Unistd.ftruncate(fd, 4096).orFail("ftruncate");
        long address = SysMman.mmap(4096, SysMman.PROT_READ | SysMman.PROT_WRITE, SysMman.MAP_SHARED, fd, 0).orFail("mmap").value();
        MemorySegment semaphore = SysMman.at(address, Semaphores.size());
        assertThat(Semaphores.init(semaphore, 0).ok()).isTrue();
        assertThat(Semaphores.tryWait(semaphore).error()).isEqualTo("EAGAIN");
        assertThat(Semaphores.post(semaphore).ok()).isTrue();
        assertThat(Semaphores.await(semaphore).ok()).isTrue();
        assertThat(SysMman.munmap(address, 4096).ok()).isTrue();
        Unistd.close(fd);
        Result named = Semaphores.open(name, Fcntl.O_CREAT | Fcntl.O_EXCL, 0600, 1);
        assertThat(Semaphores.unlink(name).ok()).isTrue();
        assertThat(Semaphores.close(named.orFail("sem_open").value()).ok()).isTrue();
    }

    @Test
    void descriptorsTravelOverUnixSockets() {
        int[] pair = new int[2];
        SysSocket.socketpair(SysSocket.SOCK_STREAM | SysSocket.SOCK_CLOEXEC, pair).orFail("socketpair");
        int event = Eventfd.eventfd(3, Eventfd.EFD_CLOEXEC).orFail("eventfd").number();
        SysSocket.sendDescriptor(pair[0], event).orFail("sendmsg");
        int copy = SysSocket.receiveDescriptor(pair[1]).orFail("recvmsg").number();
        assertThat(copy).isNotEqualTo(event);
        MemorySegment count = arena.allocate(8, 8);
        assertThat(Unistd.read(copy, count, 8).value()).isEqualTo(8);
        assertThat(count.get(JAVA_LONG, 0)).isEqualTo(3);
        List.of(pair[0], pair[1], event, copy).forEach(Unistd::close);
    }

    @Test
    void futexReturnsAtOnceWhenTheWordHasChanged() {
        MemorySegment word = arena.allocateFrom(JAVA_INT, 5);
        assertThat(SysCall.futexWait(word, 4).error()).isEqualTo("EAGAIN");
        assertThat(SysCall.futexWake(word, 1).value()).isZero();
    }

    @Test
    void tcpPortsAreInNetworkOrder() {
        int server = SysSocket.socket(SysSocket.AF_INET, SysSocket.SOCK_STREAM | SysSocket.SOCK_CLOEXEC).orFail("socket").number();
        SysSocket.bind(server, SocketAddress.inet(arena, SocketAddress.LOOPBACK, 0)).orFail("bind");
        SysSocket.listen(server, 1).orFail("listen");
        int port = SocketAddress.portOf(arena, server);
        assertThat(port).isPositive();
        int client = SysSocket.socket(SysSocket.AF_INET, SysSocket.SOCK_STREAM | SysSocket.SOCK_CLOEXEC).orFail("socket").number();
        assertThat(SysSocket.connect(client, SocketAddress.inet(arena, SocketAddress.LOOPBACK, port)).ok()).isTrue();
        Unistd.close(client);
        Unistd.close(server);
    }

    @Test
    void queuedSignalsComeByDescriptorWithTheirValue() {
        int signal = Signals.firstRealTime() + 3;
        MemorySegment set = Signals.set(arena, signal);
        Signals.mask(Signals.SIG_BLOCK, set);
        int fd = Signalfd.signalfd(set, Signalfd.SFD_CLOEXEC).orFail("signalfd").number();
        SysCall.tgkill((int) ProcessHandle.current().pid(), SysCall.gettid(), signal).orFail("tgkill");
        Signalfd.Received received = Signalfd.read(fd);
        assertThat(received.signal()).isEqualTo(signal);
        assertThat(received.sender()).isEqualTo((int) ProcessHandle.current().pid());
        Signals.mask(Signals.SIG_UNBLOCK, set);
        Unistd.close(fd);
    }

    @Test
    void handlersInJavaRunForRaisedSignals() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        var handler = java.lang.invoke.MethodHandles.lookup().findVirtual(AtomicInteger.class, "set",
                java.lang.invoke.MethodType.methodType(void.class, int.class)).bindTo(seen);
        long before = Signals.sigaction(Signals.SIGUSR1, Signals.handler(arena, handler).address()).orFail("sigaction").value();
        Signals.raise(Signals.SIGUSR1).orFail("raise");
        assertThat(seen).hasValue(Signals.SIGUSR1);
        Signals.sigaction(Signals.SIGUSR1, before).orFail("sigaction");
        assertThat(Signals.sigaction(Signals.SIGKILL, Signals.SIG_IGN).error()).isEqualTo("EINVAL");
    }

    @Test
    void startedProgramsGetExactlyWhatTheyAreGiven() {
        int[] ends = new int[2];
        Unistd.pipe2(ends, Fcntl.O_CLOEXEC).orFail("pipe2");
        int write = Fcntl.fcntl(ends[1], Fcntl.F_DUPFD_CLOEXEC, 64).orFail("fcntl").number();
        Spawn.Plan plan = new Spawn.Plan(List.of("sh", "-c", "printf \"$WORD\" >&1; exit 7"), Map.of(0, 0, 1, write, 2, 2),
                Map.of("WORD", "given", "PATH", "/usr/bin:/bin"));
        int pid = Spawn.start(plan).orFail("posix_spawn").number();
        Unistd.close(ends[1]);
        Unistd.close(write);
        assertThat(Wait.forEnd(pid)).isEqualTo(new Wait.Exited(7));
        MemorySegment buffer = arena.allocate(16);
        long size = Unistd.read(ends[0], buffer, 16).value();
        assertThat(new String(buffer.asSlice(0, size).toArray(JAVA_BYTE), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("given");
        Unistd.close(ends[0]);
    }

    @Test
    void aMissingProgramIsAnErrorNumber() {
        assertThat(Spawn.start(new Spawn.Plan(List.of("/no/such/program"), Map.of(0, 0, 1, 1, 2, 2), Map.of())).error())
                .isEqualTo("ENOENT");
    }

    @Test
    void affinityIsOfTheThread() {
        List<Integer> all = Sched.processors();
        assertThat(all).isNotEmpty();
        Sched.pin(all.subList(0, 1));
        assertThat(Sched.processors()).isEqualTo(all.subList(0, 1));
        Sched.pin(all);
        assertThat(SysResource.cpuMicrosOfThread()).isPositive();
    }

    @Test
    void memoryOfAProcessIsReadByItsAddress() {
        MemorySegment word = arena.allocateFrom(JAVA_INT, 4711);
        MemorySegment into = arena.allocate(JAVA_INT);
        assertThat(SysCall.readMemory(Unistd.getpid(), word.address(), into).value()).isEqualTo(4);
        assertThat(into.get(JAVA_INT, 0)).isEqualTo(4711);
    }

    private static String name() {
        return "/ipclint-test-" + Long.toHexString(RandomGenerator.getDefault().nextLong());
    }
}
