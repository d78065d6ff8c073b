package io.github.ipclint.probe.sandbox;

import io.github.ipclint.probe.libc.Fcntl;
import io.github.ipclint.probe.libc.SysSocket;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.process.Child;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fresh namespaces with a root of their own, in which programs run without any privilege. Whatever was started or made in it ends with it:
 * when it is closed, and when this JVM dies.
 */
public final class Room implements AutoCloseable {
    /** Where programs run, and where files are put: nothing else has this name, here or in the room. */
    public static final String FOLDER = "/subject";

    /** How many programs can have a standard input of their own. */
    public static final int INPUTS = 3;

    /** How many descriptors a program in the room can have; the script says so, too. */
    public static final int DESCRIPTORS = 256;

    private static final int FIRST_INPUT = 4;
    private static final int ANSWER_MILLIS = 10_000;
    private static final int ABOVE = 64;

    private final Child child;
    private final RoomSocket socket;
    private final List<Integer> inputs;
    private final Output output;
    private final Map<String, Integer> ended = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean closed;

    private Room(Child child, RoomSocket socket, List<Integer> inputs, Output output) {
        this.child = child;
        this.socket = socket;
        this.inputs = inputs;
        this.output = output;
    }

    /** Makes a room by the given command, to which the script of process 1 is handed. */
    static Room open(List<String> command) {
        int[] pair = new int[2];
        SysSocket.socketpair(SysSocket.SOCK_STREAM | SysSocket.SOCK_CLOEXEC, pair).orFail("socketpair");
        Map<Integer, Integer> given = new LinkedHashMap<>();
        List<Integer> inputs = new ArrayList<>();
        List<Integer> theirs = new ArrayList<>(List.of(above(pair[1])));
        given.put(Child.CONTROL, theirs.getFirst());
        for (int i = 0; i < INPUTS; i++) {
            int[] pipe = pipe();
            inputs.add(pipe[1]);
            theirs.add(above(pipe[0]));
            given.put(FIRST_INPUT + i, theirs.getLast());
        }
        int[] pipe = pipe();
        theirs.add(above(pipe[1]));
        given.put(1, theirs.getLast());
        given.put(2, theirs.getLast());
        Output output = new Output(pipe[0]);
        Child child;
        try {
            child = Child.start(command, given, Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C"));
        } finally {
            // as long as we hold them, too, we would not see that the room has ended
            theirs.forEach(Unistd::close);
        }
        Room room = new Room(child, new RoomSocket(pair[0]), inputs, output);
        room.awaitReady();
        return room;
    }

    private static int[] pipe() {
        int[] pipe = new int[2];
        Unistd.pipe2(pipe, Fcntl.O_CLOEXEC).orFail("pipe2");
        return pipe;
    }

    /** A descriptor out of the way of those that the new process gets. */
    private static int above(int fd) {
        int moved = Fcntl.fcntl(fd, Fcntl.F_DUPFD_CLOEXEC, ABOVE).orFail("fcntl").number();
        Unistd.close(fd);
        return moved;
    }

    private void awaitReady() {
        try {
            while (true) {
                String line = answer();
                if (line.equals("ready")) {
                    return;
                }
                if (line.startsWith("remark ")) {
                    remarks.add(line.substring("remark ".length()));
                } else {
                    throw new SandboxException(line.startsWith("failed ") ? line.substring("failed ".length()) : line);
                }
            }
        } catch (SandboxException e) {
            close();
            String message = String.valueOf(e.getMessage());
            throw new SandboxException(message.startsWith("the room") ? output.text().lines().findFirst().orElse(message) : message);
        }
    }

    /** What this machine does not have that some programs need. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Process id, as seen from here, of the process that stands outside and ends with the room. */
    public int outerProcess() {
        return child.pid();
    }

    /** Puts a file into the room; its name is relative to {@link #FOLDER}. */
    public void put(String name, byte[] content) {
        socket.send("put " + content.length + " " + name);
        socket.send(content);
        reply();
    }

    /** Puts a program into the room. */
    public void putProgram(String name, byte[] content) {
        put(name, content);
        socket.send("mode " + name);
        reply();
    }

    /** A file of the room, by its name relative to {@link #FOLDER}. */
    public Optional<byte[]> get(String name) {
        socket.send("get " + name);
        int size = number(reply());
        return size < 0 ? Optional.empty() : Optional.of(socket.bytes(size));
    }

    /**
     * Starts a program without privileges in {@link #FOLDER}.
     *
     * @param id a word by which its end is known
     * @param input which of the standard inputs it gets
     * @return id, in the room, of the process that waits for it
     */
    public int start(String id, int input, List<String> command) {
        command.forEach(argument -> socket.send("arg " + argument));
        socket.send("start " + id + " " + (FIRST_INPUT + input));
        String[] fields = reply().split(" ");
        return number(fields[fields.length - 1]);
    }

    /** Runs a program to its end, at most so long; empty if it did not end. */
    public Optional<Integer> run(String id, List<String> command, Duration limit) {
        start(id, 0, command);
        long end = System.nanoTime() + limit.toNanos();
        while (exitCode(id).isEmpty() && System.nanoTime() < end) {
            if (socket.ready(20)) {
                take(socket.line());
            }
        }
        return exitCode(id);
    }

    /** How the program ended, as a shell reports it; empty while it runs. */
    public Optional<Integer> exitCode(String id) {
        while (socket.ready(0)) {
            take(socket.line());
        }
        return Optional.ofNullable(ended.get(id));
    }

    /** Sends a signal, by its name without SIG, to a process by its id in the room. */
    public void signal(String signal, int process) {
        socket.send("signal " + signal + " " + process);
    }

    /** Writes to a standard input; what does not fit is lost. */
    public void feed(int input, String text) {
        Pipes.offer(inputs.get(input), text);
    }

    /** Ends a standard input, as far as we hold it. */
    public void endInput(int input) {
        Unistd.close(inputs.get(input));
        inputs.set(input, -1);
    }

    /** System V objects, POSIX objects, FIFOs and sockets that exist in the room. */
    public List<KernelObject> objects() {
        socket.send("list");
        List<KernelObject> objects = new ArrayList<>();
        for (String line = reply(); !line.equals("end"); line = reply()) {
            KernelObject.parse(line).ifPresent(objects::add);
        }
        return objects;
    }

    /** Of which System V kinds there ever was an object in this room: {@code M}, {@code Q}, {@code S}. */
    public List<String> everMade() {
        socket.send("marker");
        List<String> made = new ArrayList<>();
        for (String line = reply(); !line.equals("end"); line = reply()) {
            String[] fields = line.split(" ");
            if (fields.length == 3 && fields[2].matches("[1-9]\\d*")) {
                made.add(fields[1]);
            }
        }
        return made;
    }

    /** What has been printed so far, the first part of it. */
    public String printed() {
        return output.text();
    }

    /** A program in the room can reach no further than to spoil what the room says. */
    private static int number(String text) {
        if (!text.strip().matches("-?\\d{1,9}")) {
            throw new SandboxException("the room does not answer sensibly");
        }
        return Integer.parseInt(text.strip());
    }

    private String reply() {
        while (true) {
            String line = answer();
            if (!take(line)) {
                return line;
            }
        }
    }

    private String answer() {
        if (!socket.ready(ANSWER_MILLIS)) {
            throw new SandboxException("the room does not answer");
        }
        return socket.line();
    }

    /** Whether the line tells the end of a program, which may come between any two others. */
    private boolean take(String line) {
        String[] fields = line.split(" ");
        if (fields.length == 3 && fields[0].equals("ended")) {
            ended.put(fields[1], number(fields[2]));
            return true;
        }
        return false;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        socket.close();
        child.awaitEnd(Duration.ofMillis(500));
        child.close();
        inputs.stream().filter(fd -> fd >= 0).forEach(Unistd::close);
        output.close();
    }
}
