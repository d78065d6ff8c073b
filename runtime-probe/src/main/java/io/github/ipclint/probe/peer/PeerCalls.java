package io.github.ipclint.probe.peer;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.github.ipclint.probe.channel.Conversation;
import io.github.ipclint.probe.channel.Link;
import io.github.ipclint.probe.channel.LinkKind;
import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.Mqueue;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.Signals;
import io.github.ipclint.probe.libc.SocketAddress;
import io.github.ipclint.probe.libc.SysFile;
import io.github.ipclint.probe.libc.SysMman;
import io.github.ipclint.probe.libc.SysMsg;
import io.github.ipclint.probe.libc.SysSem;
import io.github.ipclint.probe.libc.SysShm;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.libc.Unistd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The system calls that the peer can be told to make, by name. */
final class PeerCalls {
    private static final VarHandle WORD = JAVA_INT.varHandle();

    private final Map<String, Function<Arguments, Answer>> calls = new HashMap<>();
    private final List<Integer> descriptors = new ArrayList<>();
    private final List<Long> attached = new ArrayList<>();
    private final MemorySegment own = Arena.global().allocate(JAVA_INT);

    PeerCalls() {
        files();
        systemV();
        memory();
        sockets();
        signals();
        calls.put("answer", a -> Answer.of(converse(a, Conversation::answer)));
        calls.put("collect", a -> Answer.of(converse(a, Conversation::collect)));
    }

    /** What one side does: with a link, for so many messages, on a processor. */
    private interface Part {
        long play(Link link, int messages, int processor);
    }

    /** Takes part in a conversation: kind, size, messages, processor, and the words of the kind. */
    private static long converse(Arguments a, Part part) {
        long[] words = a.fields().stream().skip(5).mapToLong(Long::parseLong).toArray();
        try (Arena arena = Arena.ofConfined(); Link link = LinkKind.valueOf(a.text(0)).open(arena, a.number(1), words)) {
            return part.play(link, a.number(2), a.number(3));
        }
    }

    Answer make(List<String> request) {
        Function<Arguments, Answer> call = calls.get(request.getFirst());
        if (call == null) {
            throw new IllegalArgumentException("the peer knows no call '" + request.getFirst() + "'");
        }
        return call.apply(new Arguments(request));
    }

    /** Keeps a descriptor until {@link #forget}. */
    Answer opened(Result result) {
        if (result.ok()) {
            descriptors.add(result.number());
        }
        return Answer.of(result);
    }

    /** Closes and detaches what calls left behind. */
    private Answer forget() {
        descriptors.forEach(Unistd::close);
        descriptors.clear();
        attached.forEach(SysShm::shmdt);
        attached.clear();
        return Answer.of(0);
    }

    private void files() {
        calls.put("open", a -> opened(Fcntl.open(a.text(0), a.number(1), a.number(2))));
        calls.put("close", a -> close(a.number(0)));
        calls.put("read", a -> read(a.number(0), a.number(1)));
        calls.put("write", a -> Answer.of(withBytes(a.text(1), data -> Unistd.write(a.number(0), data, data.byteSize()))));
        calls.put("lseek", a -> Answer.of(Unistd.lseek(a.number(0), a.word(1), a.number(2))));
        calls.put("flock", a -> Answer.of(SysFile.flock(a.number(0), a.number(1))));
        calls.put("forget", _ -> forget());
    }

    private Answer close(int fd) {
        descriptors.remove((Integer) fd);
        return Answer.of(Unistd.close(fd));
    }

    private void systemV() {
        calls.put("msgget", a -> Answer.of(SysMsg.msgget(a.number(0), a.number(1))));
        calls.put("msgsnd", a -> Answer.of(send(a.number(0), a.word(1), a.text(2), a.number(3))));
        calls.put("msgrcv", a -> receive(a.number(0), a.number(1), a.word(2), a.number(3)));
        calls.put("semop", a -> Answer.of(semop(a.number(0), a.number(1), a.number(2))));
        calls.put("shmget", a -> Answer.of(SysShm.shmget(a.number(0), a.word(1), a.number(2))));
        calls.put("shmat", a -> attach(a.number(0), a.number(1)));
        calls.put("shmdt", a -> detach(a.word(0)));
    }

    private Answer attach(int id, int flags) {
        Result result = SysShm.shmat(id, 0, flags);
        if (result.ok()) {
            attached.add(result.value());
        }
        return Answer.of(result);
    }

    private Answer detach(long address) {
        attached.remove(address);
        return Answer.of(SysShm.shmdt(address));
    }

    private void memory() {
        calls.put("own", _ -> Answer.of(own.address()));
        calls.put("peek", a -> Answer.of((int) WORD.getVolatile(SysMman.at(a.word(0), Integer.BYTES), 0L)));
        calls.put("poke", a -> {
            WORD.setVolatile(SysMman.at(a.word(0), Integer.BYTES), 0L, a.number(1));
            return Answer.of(0);
        });
        calls.put("count", a -> Answer.of(Counting.count(a.word(0), a.number(1), a.number(2))));
        calls.put("pairs", a -> Answer.of(Counting.writePairs(a.word(0), a.number(1), a.number(2))));
        calls.put("shm_open", a -> opened(SysMman.shmOpen(a.text(0), a.number(1), a.number(2))));
        calls.put("mmap", a -> Answer.of(SysMman.mmap(a.word(0), a.number(1), a.number(2), a.number(3), 0)));
        calls.put("munmap", a -> Answer.of(SysMman.munmap(a.word(0), a.word(1))));
    }

    private void sockets() {
        calls.put("mq_open", a -> opened(Mqueue.open(a.text(0), a.number(1), 0, 0, 0)));
        calls.put("mq_send", a -> Answer.of(withBytes(a.text(1), data -> Mqueue.send(a.number(0), data, data.byteSize(), 0))));
        calls.put("unix-connect", a -> opened(connect(SysSocket.AF_UNIX, a.number(0), arena -> SocketAddress.unix(arena, a.text(1)))));
        calls.put("inet-connect", a -> opened(connect(SysSocket.AF_INET, a.number(0),
                arena -> SocketAddress.inet(arena, SocketAddress.LOOPBACK, a.number(1)))));
        calls.put("inet-send", a -> Answer.of(sendDatagram(a.number(0), a.text(1))));
        calls.put("abort", a -> Answer.of(abort(a.number(0))));
    }

    private void signals() {
        calls.put("kill", a -> Answer.of(Signals.kill(a.number(0), a.number(1))));
        calls.put("sigwait", a -> {
            try (Arena arena = Arena.ofConfined()) {
                return Answer.of(Signals.await(Signals.set(arena, a.number(0)), a.word(1)));
            }
        });
    }

    private static Answer read(int fd, int size) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(size);
            Result result = Unistd.read(fd, buffer, size);
            return new Answer(result, text(buffer, 0, result));
        }
    }

    private static Result send(int id, long type, String text, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            MemorySegment message = arena.allocate(SysMsg.TEXT + bytes.length, 8);
            message.set(JAVA_LONG_UNALIGNED, 0, type);
            MemorySegment.copy(bytes, 0, message, JAVA_BYTE, SysMsg.TEXT, bytes.length);
            return SysMsg.msgsnd(id, message, bytes.length, flags);
        }
    }

    private static Answer receive(int id, int size, long type, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment message = arena.allocate(SysMsg.TEXT + size, 8);
            Result result = SysMsg.msgrcv(id, message, size, type, flags);
            return new Answer(result, text(message, SysMsg.TEXT, result));
        }
    }

    private static Result semop(int id, int change, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            return SysSem.semop(id, SysSem.operation(arena, 0, change, flags));
        }
    }

    private static Result connect(int family, int type, Function<Arena, MemorySegment> address) {
        try (Arena arena = Arena.ofConfined()) {
            int fd = SysSocket.socket(family, type | SysSocket.SOCK_CLOEXEC).orFail("socket").number();
            Result connected = SysSocket.connect(fd, address.apply(arena));
            if (!connected.ok()) {
                Unistd.close(fd);
                return connected;
            }
            return new Result(fd, 0);
        }
    }

    private static Result sendDatagram(int port, String text) {
        try (Arena arena = Arena.ofConfined()) {
            int fd = SysSocket.socket(SysSocket.AF_INET, SysSocket.SOCK_DGRAM | SysSocket.SOCK_CLOEXEC).orFail("socket").number();
            try {
                return withBytes(text, data -> SysSocket.sendto(fd, data, data.byteSize(),
                        SocketAddress.inet(arena, SocketAddress.LOOPBACK, port)));
            } finally {
                Unistd.close(fd);
            }
        }
    }

    /** Closes a TCP socket so that the other side gets a reset in place of an orderly end. */
    private Result abort(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment linger = arena.allocateFrom(JAVA_INT, 1, 0);
            SysSocket.setsockopt(fd, SysSocket.SOL_SOCKET, SysSocket.SO_LINGER, linger).orFail("setsockopt");
            return close(fd).result();
        }
    }

    private static Result withBytes(String text, Function<MemorySegment, Result> call) {
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            return call.apply(bytes.length == 0 ? MemorySegment.NULL : arena.allocateFrom(JAVA_BYTE, bytes));
        }
    }

    private static String text(MemorySegment buffer, long offset, Result result) {
        return result.value() <= 0
                ? ""
                : new String(buffer.asSlice(offset, result.value()).toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }
}
