package io.github.ipclint.probe.confirmation;

import io.github.ipclint.model.Effect.Namespace;
import io.github.ipclint.probe.sandbox.KernelObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a program has that could remove objects. A program that has nothing of the kind leaves what it has made, however it ends.
 *
 * @param calls names of the functions that it may call
 * @param namesRemoval whether one of its sources names {@code IPC_RMID}, without which the control calls of System V remove nothing
 */
record Removers(Set<String> calls, boolean namesRemoval) {
    /** What they do is not to be seen. */
    private static final Set<String> UNSEEN = Set.of("syscall", "dlopen");

    private static final Map<KernelObject.Kind, Namespace> SYSTEM_V = Map.of(KernelObject.Kind.SEGMENT, Namespace.SYSV_SHM,
            KernelObject.Kind.QUEUE, Namespace.SYSV_MSG, KernelObject.Kind.SEMAPHORES, Namespace.SYSV_SEM);
    private static final String REMOVAL = "IPC_RMID";
    private static final Pattern NAME = Pattern.compile("\\w+");

    Removers {
        calls = Set.copyOf(calls);
    }

    /** Of a program that was compiled, with its sources. */
    static Removers of(Set<String> calls, Stream<byte[]> sources) {
        return new Removers(calls, sources.anyMatch(source -> names(source).contains(REMOVAL)));
    }

    /** Of sources alone: whatever they name, they may call. */
    static Removers of(Stream<byte[]> sources) {
        Set<String> names = sources.flatMap(source -> names(source).stream()).collect(Collectors.toCollection(TreeSet::new));
        return new Removers(names, names.contains(REMOVAL));
    }

    private static Set<String> names(byte[] source) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(new String(source, java.nio.charset.StandardCharsets.ISO_8859_1));
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    /** Whether it could remove an object of this kind: itself, or by a program that it starts. */
    boolean mayRemove(KernelObject.Kind kind) {
        if (calls.stream().anyMatch(call -> UNSEEN.contains(call) || ModelledCalls.startsPrograms(call))) {
            return true;
        }
        Namespace own = SYSTEM_V.get(kind);
        // POSIX objects are files, too
        return own == null ? calls.stream().anyMatch(call -> ModelledCalls.removes(call, it -> !SYSTEM_V.containsValue(it)))
                : namesRemoval && calls.stream().anyMatch(call -> ModelledCalls.removes(call, own::equals));
    }
}
