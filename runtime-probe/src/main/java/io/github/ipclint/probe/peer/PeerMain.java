package io.github.ipclint.probe.peer;

import io.github.ipclint.probe.libc.CallFailedException;
import io.github.ipclint.probe.libc.SysCall;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.process.Child;
import io.github.ipclint.probe.process.LineSocket;
import io.github.ipclint.probe.process.Starter;
import java.util.List;
import java.util.Optional;

/** The peer's program: greets with its ids, then makes one call for each line until the one that started it is gone. */
public final class PeerMain {
    private PeerMain() {}

    public static void main(String[] arguments) {
        Starter.endWith();
        try (LineSocket socket = new LineSocket(Child.CONTROL)) {
            socket.send(List.of(Integer.toString(Unistd.getpid()), Integer.toString(SysCall.gettid())));
            PeerCalls calls = new PeerCalls();
            Optional<List<String>> request = socket.receive();
            while (request.isPresent() && socket.send(answer(calls, socket, request.get()))) {
                request = socket.receive();
            }
        }
        System.exit(0);
    }

    private static List<String> answer(PeerCalls calls, LineSocket socket, List<String> request) {
        try {
            if (request.getFirst().equals(Peer.TAKE_DESCRIPTOR)) {
                socket.send(List.of("ready"));
                return calls.opened(SysSocket.receiveDescriptor(socket.fd())).fields();
            }
            return calls.make(request).fields();
        } catch (CallFailedException e) {
            return List.of("-1", Integer.toString(e.errno()), String.valueOf(e.getMessage()));
        }
    }
}
