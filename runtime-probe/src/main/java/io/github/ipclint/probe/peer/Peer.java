package io.github.ipclint.probe.peer;

import io.github.ipclint.probe.libc.Poll;
import io.github.ipclint.probe.libc.Signals;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.process.Child;
import io.github.ipclint.probe.process.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The second process of experiments as the first one sees it. Long-lived: it is started once and used by many. */
public final class Peer implements AutoCloseable {
    static final String TAKE_DESCRIPTOR = "take-descriptor";

    private final Child.Jvm jvm;
    private final Task task;
    private boolean busy;

    private Peer(Child.Jvm jvm, Task task) {
        this.jvm = jvm;
        this.task = task;
    }

    /** Starts a peer that has SIGUSR1 and the first two real-time signals blocked in all its threads. */
    public static Peer start() {
        int realTime = Signals.firstRealTime();
        Child.Jvm jvm = Child.startJvm(List.of(), PeerMain.class, List.of(), Signals.SIGUSR1, realTime, realTime + 1);
        List<String> greeting = jvm.socket().receive().orElseThrow(() -> new IllegalStateException("the peer JVM did not start"));
        return new Peer(jvm, new Task(Integer.parseInt(greeting.get(0)), Integer.parseInt(greeting.get(1))));
    }

    public int pid() {
        return task.process();
    }

    /** Makes one call in the peer and waits for its result. */
    public Answer call(String name, Object... arguments) {
        return begin(name, arguments).await();
    }

    /** Begins a call in the peer that may block. */
    public Pending<Answer> begin(String name, Object... arguments) {
        if (busy) {
            throw new IllegalStateException("the peer is still at its last call");
        }
        List<String> request = new ArrayList<>(List.of(name));
        Arrays.stream(arguments).map(String::valueOf).forEach(request::add);
        if (!jvm.socket().send(request)) {
            throw gone();
        }
        busy = true;
        return new Begun();
    }

    /** Hands a descriptor to the peer, which gets a number of its own for the same open file. */
    public int give(int fd) {
        begin(TAKE_DESCRIPTOR);
        if (jvm.socket().receive().isEmpty()) {
            throw gone();
        }
        SysSocket.sendDescriptor(jvm.socket().fd(), fd).orFail("sendmsg");
        return new Begun().await().number();
    }

    /** Whether the last call has not returned; such a peer is of no more use. */
    public boolean busy() {
        return busy;
    }

    private IllegalStateException gone() {
        return new IllegalStateException("the peer has ended: " + jvm.child().awaitEnd(Duration.ofSeconds(1)).map(Object::toString)
                .orElse("its socket is closed"));
    }

    @Override
    public void close() {
        jvm.close();
    }

    private final class Begun implements Pending<Answer> {
        @Override
        public Task task() {
            return task;
        }

        @Override
        public Optional<Answer> poll(int milliseconds) {
            if (Poll.poll(jvm.socket().fd(), Poll.POLLIN, milliseconds) == 0) {
                return Optional.empty();
            }
            Answer answer = Answer.parse(jvm.socket().receive().orElseThrow(Peer.this::gone));
            busy = false;
            return Optional.of(answer);
        }
    }
}
