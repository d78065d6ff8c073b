package io.github.ipclint.probe.confirmation;

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
    private static final Set<String> OF_FILES = Set.of("unlink", "unlinkat", "remove", "rename", "renameat", "renameat2");
    private static final Set<String> OF_POSIX = Set.of("shm_unlink", "sem_unlink", "mq_unlink");

    /** Other programs, or the kernel itself, may do it. */
    private static final Pattern OF_ANYTHING = Pattern.compile("(f?exec[lvpe]+(at)?|posix_spawnp?|system|popen|syscall|dlopen)");
    private static final Map<KernelObject.Kind, String> CONTROLS = Map.of(KernelObject.Kind.SEGMENT, "shmctl",
            KernelObject.Kind.QUEUE, "msgctl", KernelObject.Kind.SEMAPHORES, "semctl");
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

    /** Whether it could remove an object of this kind. */
    boolean mayRemove(KernelObject.Kind kind) {
        if (calls.stream().anyMatch(call -> OF_ANYTHING.matcher(call).matches())) {
            return true;
        }
        String control = CONTROLS.get(kind);
        return control == null ? calls.stream().anyMatch(call -> OF_FILES.contains(call) || OF_POSIX.contains(call))
                : namesRemoval && calls.contains(control);
    }
}
