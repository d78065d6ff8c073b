package io.github.ipclint.probe.observation;

import io.github.ipclint.probe.libc.Abi;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The system call that a thread sleeps in.
 *
 * @param name among those that observation knows; empty for others
 * @param arguments the first three
 */
public record Call(String name, List<Long> arguments) {
    private static final Map<Long, String> NAMES = List
            .of("read", "readv", "write", "writev", "openat", "wait4", "waitid", "nanosleep", "clock_nanosleep", "recvfrom", "recvmsg",
                    "sendto", "accept", "msgsnd", "msgrcv", "semop", "semtimedop", "futex", "flock", "mq_timedsend", "mq_timedreceive")
            .stream()
            .collect(Collectors.toMap(name -> (long) Abi.value("SYS_" + name), Function.identity(), (one, other) -> one));

    private static final List<String> READS = List.of("read", "readv");
    private static final List<String> WRITES = List.of("write", "writev");
    private static final List<String> SLEEPS = List.of("nanosleep", "clock_nanosleep");
    private static final int ARGUMENTS = 3;

    public Call {
        arguments = List.copyOf(arguments);
    }

    /** A line of {@code /proc/PID/task/TID/syscall}; empty while the thread runs. */
    static Optional<Call> parse(String line) {
        String[] fields = line.strip().split(" ");
        if (fields.length <= ARGUMENTS || !Character.isDigit(fields[0].charAt(0))) {
            return Optional.empty();
        }
        List<Long> arguments =
                Arrays.stream(fields, 1, 1 + ARGUMENTS).map(field -> Long.parseUnsignedLong(field.substring(2), 16)).toList();
        return Optional.of(new Call(NAMES.getOrDefault(Long.parseLong(fields[0]), ""), arguments));
    }

    public boolean reads() {
        return READS.contains(name);
    }

    public boolean writes() {
        return WRITES.contains(name);
    }

    /** Whether it ends by itself after some time. */
    public boolean sleeps() {
        return SLEEPS.contains(name);
    }

    /** The first argument, as a descriptor. */
    public int descriptor() {
        return arguments.getFirst().intValue();
    }

    /** Which child a wait is for: 0 or less stands for more than one; empty if it is no wait. */
    public Optional<Integer> awaited() {
        return switch (name) {
            case "wait4" -> Optional.of(arguments.getFirst().intValue());
            case "waitid" -> Optional.of(arguments.getFirst() == 1 ? arguments.get(1).intValue() : -1);
            default -> Optional.empty();
        };
    }
}
