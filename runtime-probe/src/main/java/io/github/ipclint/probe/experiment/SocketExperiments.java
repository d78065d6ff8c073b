package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.NOT_OBSERVABLE;
import static io.github.ipclint.probe.bench.Grade.QUALIFIED;
import static io.github.ipclint.probe.bench.Grade.REFUTED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Descriptors;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Seen;
import io.github.ipclint.probe.bench.Sockets;
import io.github.ipclint.probe.libc.Result;
import io.github.ipclint.probe.libc.SocketAddress;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.libc.SysStat;
import io.github.ipclint.probe.libc.Unistd;
import java.lang.foreign.MemorySegment;
import java.util.stream.Stream;

/** Sockets: TCP, UDP, multicast, UNIX. */
final class SocketExperiments {
    private static final int STREAM = SysSocket.SOCK_STREAM;
    private static final int DATAGRAM = SysSocket.SOCK_DGRAM;
    /** A group of the administratively scoped range (RFC 2365). */
    private static final int GROUP = 0xefffff63;

    private SocketExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(tcpSequence(), connectBinds(), acceptMakes(), reliable(), sameAsRead(), twoWay(), udpDirect(), udpMustBind(),
                udpLoses(),
                unit(), bothUnits(), multicast(), hosts());
    }

    private static Experiment tcpSequence() {
        return Experiment.of("tcp-sequence-of-calls", bench -> sequence(bench, true))
                .outcome("connected", HOLDS, "socket, bind, listen, accept here and socket, connect there carry data by read and write")
                .outcome("ECONNREFUSED", REFUTED, "no connection comes about")
                .control("ECONNREFUSED", bench -> sequence(bench, false));
    }

    private static Seen sequence(Bench bench, boolean listen) {
        Sockets sockets = new Sockets(bench);
        Sockets.Server server = listen ? sockets.listen() : sockets.bound(STREAM);
        Result connected = bench.peer().call("inet-connect", STREAM, server.port()).result();
        if (!connected.ok()) {
            return new Seen(connected.error(), "connect without listen: " + connected.error());
        }
        int accepted = sockets.accept(server);
        bench.peer().call("write", connected.number(), "hello");
        String text = Descriptors.read(accepted, 10);
        return Seen.either(text.equals("hello"), "connected", "nothing came", "the server read '" + text + "'");
    }

    private static Experiment connectBinds() {
        return Experiment.of("connect-binds-a-temporary-port", bench -> port(bench, true))
                .outcome("bound", HOLDS, "the client had no port before connect and has one of its own after it")
                .outcome("not bound", REFUTED, "the client has no port")
                .control("not bound", bench -> port(bench, false));
    }

    private static Seen port(Bench bench, boolean connect) {
        Sockets sockets = new Sockets(bench);
        Sockets.Server server = sockets.listen();
        int client = sockets.inet(STREAM);
        int before = sockets.port(client);
        if (connect) {
            sockets.connect(client, server.port()).orFail("connect");
        }
        int after = sockets.port(client);
        return Seen.either(before == 0 && after != 0 && after != server.port(), "bound", "not bound", "port 0 before, "
                + (after == 0 ? "0" : "another one than the server's") + " after");
    }

    private static Experiment acceptMakes() {
        return Experiment.of("accept-makes-a-socket-for-the-client", bench -> {
            Sockets sockets = new Sockets(bench);
            Sockets.Server server = sockets.listen();
            int client = sockets.inet(STREAM);
            sockets.connect(client, server.port()).orFail("connect");
            return accepted(bench, server.fd(), sockets.accept(server));
        }).outcome("new socket, same port", HOLDS, "accept gives a second socket with the server's port; the first one goes on listening")
                .outcome("the same", REFUTED, "there is one socket only")
                .control("the same", bench -> {
                    Sockets.Server server = new Sockets(bench).listen();
                    return accepted(bench, server.fd(), bench.owned(Unistd.dup(server.fd()).number()));
                });
    }

    private static Seen accepted(Bench bench, int listening, int other) {
        Sockets sockets = new Sockets(bench);
        boolean samePort = sockets.port(listening) == sockets.port(other);
        boolean another = SysStat.fstat(listening).inode() != SysStat.fstat(other).inode();
        return Seen.either(another && samePort, "new socket, same port", "the same", another ? "two sockets, one port" : "one socket");
    }

    private static Experiment reliable() {
        return Experiment.of("tcp-is-reliable", bench -> delivered(bench, true))
                .outcome("sent, never read", QUALIFIED, "send succeeds although the other side never reads it; a reset tells only later")
                .outcome("read", HOLDS, "what was sent was read")
                .control("read", bench -> delivered(bench, false));
    }

    private static Seen delivered(Bench bench, boolean abort) {
        Sockets sockets = new Sockets(bench);
        Sockets.Server server = sockets.listen();
        int there = bench.peer().call("inet-connect", STREAM, server.port()).number();
        int here = sockets.accept(server);
        Result sent = Descriptors.write(here, "data");
        if (abort) {
            bench.peer().call("abort", there);
            return Seen.either(sent.ok() && Descriptors.read(here, 1).equals("ECONNRESET"), "sent, never read", "read",
                    "send gave " + sent + ", the other side ended without reading, then ECONNRESET");
        }
        String text = bench.peer().call("read", there, 10).text();
        return Seen.either(text.equals("data"), "read", "sent, never read", "send gave " + sent + ", the other side read '" + text + "'");
    }

    private static Experiment sameAsRead() {
        return Experiment.of("recv-is-read", bench -> {
            Sockets sockets = new Sockets(bench);
            Sockets.Server server = sockets.bound(DATAGRAM);
            int client = sockets.inet(DATAGRAM);
            sockets.connect(client, server.port()).orFail("connect");
            return emptyReads(bench, server.fd(), client);
        }).outcome("differ", QUALIFIED, "with length 0 read leaves a datagram, recv takes it away; recv has flags, too")
                .outcome("the same", HOLDS, "both do the same")
                .control("the same", bench -> {
                    Descriptors.Ends connection = new Sockets(bench).connection();
                    return emptyReads(bench, connection.read(), connection.write());
                });
    }

    private static Seen emptyReads(Bench bench, int receiver, int sender) {
        MemorySegment buffer = bench.buffer(8);
        Descriptors.write(sender, "a");
        Unistd.read(receiver, buffer, 0);
        boolean leftByRead = SysSocket.recv(receiver, buffer, 8, SysSocket.MSG_DONTWAIT).ok();
        Descriptors.write(sender, "b");
        SysSocket.recv(receiver, buffer, 0, 0);
        boolean leftByRecv = SysSocket.recv(receiver, buffer, 8, SysSocket.MSG_DONTWAIT).ok();
        return Seen.either(leftByRead == leftByRecv, "the same", "differ",
                "after read of 0 bytes the data is " + (leftByRead ? "there" : "gone")
                        + ", after recv of 0 bytes " + (leftByRecv ? "there" : "gone"));
    }

    private static Experiment twoWay() {
        return Experiment.of("socket-two-way", bench -> PipeExperiments.direction(new Sockets(bench).connection()))
                .outcome("both ways", HOLDS, "both ends send and receive")
                .outcome("one way", REFUTED, "an end refuses a direction")
                .control("one way", bench -> PipeExperiments.direction(new Descriptors(bench).pipe()));
    }

    private static Experiment udpDirect() {
        return Experiment.of("udp-sends-without-connection", bench -> unconnected(bench, DATAGRAM))
                .outcome("arrives", HOLDS, "sendto reaches the server without a connection")
                .outcome("refused", REFUTED, "nothing is sent without a connection")
                .control("refused", bench -> unconnected(bench, STREAM));
    }

    private static Seen unconnected(Bench bench, int type) {
        Sockets sockets = new Sockets(bench);
        Sockets.Server server = type == STREAM ? sockets.listen() : sockets.bound(type);
        Result sent = SysSocket.sendto(sockets.inet(type), bench.arena().allocateFrom("x"), 1,
                SocketAddress.inet(bench.arena(), SocketAddress.LOOPBACK, server.port()));
        return Seen.either(sent.ok() && Descriptors.read(server.fd(), 8).equals("x"), "arrives", "refused", "sendto: " + sent.error());
    }

    private static Experiment udpMustBind() {
        return Experiment.of("udp-client-must-bind", bench -> unbound(bench, true))
                .outcome("bound by sendto", REFUTED,
                        "the client needs no bind: its first sendto gives it a port, to which the server can answer")
                .outcome("no port", HOLDS, "without bind the client has no port")
                .control("no port", bench -> unbound(bench, false));
    }

    private static Seen unbound(Bench bench, boolean send) {
        Sockets sockets = new Sockets(bench);
        Sockets.Server server = sockets.bound(DATAGRAM);
        int client = sockets.inet(DATAGRAM);
        if (send) {
            SysSocket.sendto(client, bench.arena().allocateFrom("x"), 1,
                    SocketAddress.inet(bench.arena(), SocketAddress.LOOPBACK, server.port())).orFail("sendto");
            MemorySegment from = SocketAddress.inet(bench.arena(), 0, 0);
            SysSocket.recvfrom(server.fd(), bench.buffer(8), 8, from).orFail("recvfrom");
            return Seen.either(SocketAddress.port(from) == sockets.port(client), "bound by sendto", "no port",
                    "the server saw the client's port");
        }
        int port = sockets.port(client);
        return Seen.either(port != 0, "bound by sendto", "no port", "port " + port);
    }

    private static Experiment udpLoses() {
        return Experiment.of("udp-is-unreliable", bench -> {
            Sockets sockets = new Sockets(bench);
            Sockets.Server server = sockets.bound(DATAGRAM);
            int client = sockets.inet(DATAGRAM);
            sockets.connect(client, server.port()).orFail("connect");
            return lost(server.fd(), client, 20_000, false);
        }).outcome("lost", HOLDS, "every send succeeded, most datagrams are gone without a word")
                .outcome("all there", REFUTED, "nothing was lost")
                .control("all there", bench -> {
                    Descriptors.Ends pair = new Descriptors(bench).socketPair(DATAGRAM);
                    return lost(pair.read(), pair.write(), 20_000, true);
                });
    }

    private static Seen lost(int receiver, int sender, int count, boolean patient) {
        Descriptors.setNonBlocking(receiver);
        Descriptors.setNonBlocking(sender);
        int sent = 0;
        int received = 0;
        for (int i = 0; i < count; i++) {
            if (Descriptors.write(sender, "datagram").ok()) {
                sent++;
            } else if (patient) {
                received += take(receiver);
            }
        }
        received += take(receiver);
        return Seen.either(received < sent, "lost", "all there", sent + " sent, " + (received < sent ? "fewer" : "all") + " received");
    }

    private static int take(int receiver) {
        int received = 0;
        while (Descriptors.read(receiver, 16).equals("datagram")) {
            received++;
        }
        return received;
    }

    private static Experiment unit() {
        return Experiment.of("socket-unit-is-a-stream", bench -> PipeExperiments.boundaries(new Descriptors(bench).socketPair(DATAGRAM)))
                .outcome("kept apart", QUALIFIED, "a stream socket is one; datagram sockets keep what was sent apart")
                .outcome("merged", HOLDS, "sockets are streams")
                .control("merged", bench -> PipeExperiments.boundaries(new Sockets(bench).connection()));
    }

    private static Experiment bothUnits() {
        return Experiment.of("socket-is-stream-or-packets", bench -> kinds(new Descriptors(bench), STREAM, SysSocket.SOCK_SEQPACKET))
                .outcome("both kinds", HOLDS, "one type merges what was sent, the other keeps it apart")
                .outcome("one kind", REFUTED, "all types do the same")
                .control("one kind", bench -> kinds(new Descriptors(bench), DATAGRAM, SysSocket.SOCK_SEQPACKET));
    }

    private static Seen kinds(Descriptors make, int type, int other) {
        String first = PipeExperiments.boundaries(make.socketPair(type)).outcome();
        String second = PipeExperiments.boundaries(make.socketPair(other)).outcome();
        return Seen.either(first.equals(second), "one kind", "both kinds",
                "two writes are " + first + " by one, " + second + " by the other");
    }

    private static Experiment multicast() {
        return Experiment.of("multicast-reaches-several", bench -> sendToGroup(bench, true))
                .outcome("all receive", HOLDS, "one send reaches each socket that joined the group")
                .outcome("not all", REFUTED, "only one socket receives it")
                .control("not all", bench -> sendToGroup(bench, false));
    }

    private static Seen sendToGroup(Bench bench, boolean bothJoin) {
        Sockets sockets = new Sockets(bench);
        int first = member(bench, sockets, 0, true);
        int second = member(bench, sockets, sockets.port(first), bothJoin);
        int sender = sockets.inet(DATAGRAM);
        MemorySegment loopback = SocketAddress.host(bench.arena(), SocketAddress.LOOPBACK);
        SysSocket.setsockopt(sender, SocketAddress.IPPROTO_IP, SocketAddress.IP_MULTICAST_IF, loopback).orFail("setsockopt");
        SysSocket.sendto(sender, bench.arena().allocateFrom("x"), 1, SocketAddress.inet(bench.arena(), GROUP, sockets.port(first)))
                .orFail("sendto");
        int received = (Descriptors.read(first, 8).equals("x") ? 1 : 0) + (Descriptors.read(second, 8).equals("x") ? 1 : 0);
        return Seen.either(received == 2, "all receive", "not all", received + " of 2 sockets received one send");
    }

    private static int member(Bench bench, Sockets sockets, int port, boolean join) {
        int fd = sockets.inet(DATAGRAM);
        SysSocket.setsockopt(fd, SysSocket.SOL_SOCKET, SysSocket.SO_REUSEADDR, 1).orFail("setsockopt");
        SysSocket.setsockopt(fd, SocketAddress.IPPROTO_IP, SocketAddress.IP_MULTICAST_ALL, 0).orFail("setsockopt");
        SysSocket.bind(fd, SocketAddress.inet(bench.arena(), GROUP, port)).orFail("bind");
        if (join) {
            MemorySegment membership = SocketAddress.membership(bench.arena(), GROUP, SocketAddress.LOOPBACK);
            SysSocket.setsockopt(fd, SocketAddress.IPPROTO_IP, SocketAddress.IP_ADD_MEMBERSHIP, membership).orFail("setsockopt");
        }
        Descriptors.setNonBlocking(fd);
        return fd;
    }

    private static Experiment hosts() {
        return Experiment.of("reaches-another-computer", bench -> {
            Sockets sockets = new Sockets(bench);
            return address(bench, sockets.bound(STREAM).fd());
        }).outcome("a host in the address", NOT_OBSERVABLE, "its address names a host and a port, but there is only one computer here")
                .outcome("no host in the address", REFUTED, "its address leads nowhere but to this computer")
                .control("no host in the address", bench -> {
                    int fd = new Sockets(bench).unix(STREAM);
                    SysSocket.bind(fd, SocketAddress.unix(bench.arena(), bench.path("s"))).orFail("bind");
                    return address(bench, fd);
                });
    }

    static Seen address(Bench bench, int fd) {
        MemorySegment address = bench.buffer(128);
        SysSocket.getsockname(fd, address).orFail("getsockname");
        boolean inet = address.get(JAVA_SHORT, 0) == SysSocket.AF_INET;
        return Seen.either(inet, "a host in the address", "no host in the address", inet ? "host 127.0.0.1 and a port" : "a path");
    }
}
