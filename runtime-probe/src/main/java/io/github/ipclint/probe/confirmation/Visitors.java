package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.Listeners;
import io.github.ipclint.probe.observation.SeenProcess;
import io.github.ipclint.probe.sandbox.KernelObject;
import io.github.ipclint.probe.sandbox.Room;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Short-lived peers for a program that runs alone: a writer for each of its FIFOs, who leaves one line, and a client for each socket that
 * it listens at, who leaves nothing.
 */
final class Visitors {
    private static final String PATIENCE = "0.5";
    private static final String PATIENCE_OF_MANY = "7";
    private static final String MANY = Integer.toString(Room.DESCRIPTORS + 20);
    private static final String CLIENT = "visitor";

    private final Room room;
    private final Supplier<Executable.Bytes> client;
    private final Set<Integer> waiters = new HashSet<>();
    private final Set<String> away = new HashSet<>();
    private boolean clientIsThere;

    Visitors(Room room, Supplier<Executable.Bytes> client) {
        this.room = room;
        this.client = client;
    }

    /** Whether a process, by its id in the room, waits for a visitor. */
    boolean waits(int innerPid) {
        return waiters.contains(innerPid);
    }

    /** Whether all of them are back. */
    boolean areBack() {
        away.removeIf(id -> room.exitCode(id).isPresent());
        return away.isEmpty();
    }

    void visit(int pass, Set<KernelObject> objects, List<SeenProcess> processes) {
        List<List<String>> commands = new ArrayList<>();
        fifos(objects).forEach(fifo -> commands.add(List.of("timeout", PATIENCE, "sh", "-c", "echo visit > \"$1\"", "sh", fifo)));
        for (Listeners.Address address : addresses(processes)) {
            commands.add(List.of("timeout", PATIENCE, prepared(), address.kind(), address.name()));
        }
        send(Integer.toString(pass), commands);
    }

    /** Comes to each socket and FIFO more often than a process may have descriptors; false if there is none. */
    boolean flood(Set<KernelObject> objects, List<SeenProcess> processes) {
        List<List<String>> commands = Stream.concat(fifos(objects).map(fifo -> new Listeners.Address("fifo", fifo)),
                addresses(processes).stream())
                .map(address -> List.of("timeout", PATIENCE_OF_MANY, prepared(), address.kind(), address.name(), MANY)).toList();
        send("s", commands);
        return !commands.isEmpty();
    }

    private static Stream<String> fifos(Set<KernelObject> objects) {
        return objects.stream().filter(object -> object.kind() == KernelObject.Kind.FIFO).map(KernelObject::name);
    }

    private static List<Listeners.Address> addresses(List<SeenProcess> processes) {
        return processes.stream().findFirst().map(process -> Listeners.of(process.pid())).orElse(List.of());
    }

    private void send(String name, List<List<String>> commands) {
        for (int i = 0; i < commands.size(); i++) {
            String id = "visitor" + name + "-" + i;
            waiters.add(room.start(id, 0, commands.get(i)));
            away.add(id);
        }
    }

    private String prepared() {
        if (!clientIsThere) {
            room.putProgram(CLIENT, client.get().get());
            clientIsThere = true;
        }
        return "./" + CLIENT;
    }
}
