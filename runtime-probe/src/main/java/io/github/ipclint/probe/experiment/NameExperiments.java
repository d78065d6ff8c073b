package io.github.ipclint.probe.experiment;

import static io.github.ipclint.probe.bench.Grade.HOLDS;
import static io.github.ipclint.probe.bench.Grade.REFUTED;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.Experiment;
import io.github.ipclint.probe.bench.Seen;
import java.util.Locale;
import java.util.stream.Stream;

/** Names and types that documents give to functions and constants, asked of the C compiler and its headers. */
final class NameExperiments {
    private static final String SHMCTL = "(int id, int command, struct shmid_ds *data);";

    private NameExperiments() {}

    static Stream<Experiment> all() {
        return Stream.of(
                constant("SIGALARM", "SIGALRM", "signal.h"),
                constant("SIGSTP", "SIGTSTP", "signal.h"),
                constant("SIGCOUNT", "SIGCONT", "signal.h"),
                constant("SHM_RONLY", "SHM_RDONLY", "sys/shm.h"),
                function("sent", "send", "sys/socket.h"),
                declared("shmctl-returns-a-pointer", "#include <sys/shm.h>\nvoid *shmctl" + SHMCTL,
                        "#include <sys/shm.h>\nint shmctl" + SHMCTL),
                declared("shmget-returns-an-id", "#include <sys/shm.h>\nint shmget(key_t key, size_t size, int flags);",
                        "#include <sys/shm.h>\nlong shmget(key_t key, size_t size, int flags);"),
                declared("shmat-returns-a-pointer", "#include <sys/shm.h>\nvoid *shmat(int id, const void *address, int flags);",
                        "#include <sys/shm.h>\nint shmat(int id, const void *address, int flags);"));
    }

    private static Experiment constant(String name, String real, String header) {
        return Experiment.of("name-" + name.toLowerCase(Locale.ROOT).replace('_', '-'), bench -> compile(bench, use(header, name)))
                .outcome("unknown", REFUTED, "there is no such name; it is " + real)
                .outcome("compiles", HOLDS, "the name exists")
                .control("compiles", bench -> compile(bench, use(header, real)));
    }

    private static String use(String header, String name) {
        return "#include <" + header + ">\nint value = " + name + ";";
    }

    private static Experiment function(String name, String real, String header) {
        return Experiment.of("function-" + name, bench -> compile(bench, call(header, name)))
                .outcome("unknown", REFUTED, "there is no such function; it is " + real + "()")
                .outcome("compiles", HOLDS, "the function exists")
                .control("compiles", bench -> compile(bench, call(header, real)));
    }

    private static String call(String header, String name) {
        return "#include <" + header + ">\nvoid *address(void) { return (void *) " + name + "; }";
    }

    /** A declaration that contradicts the header's is an error. */
    private static Experiment declared(String name, String declaration, String opposite) {
        boolean right = !name.startsWith("shmctl");
        return Experiment.of(name, bench -> compile(bench, declaration))
                .outcome("compiles", HOLDS, "the header declares it so")
                .outcome("unknown", REFUTED, "the header declares it otherwise: int")
                .control(right ? "unknown" : "compiles", bench -> compile(bench, opposite));
    }

    private static Seen compile(Bench bench, String source) {
        int code =
                bench.shell("printf '%s\\n' '" + source + "' > a.c; " + bench.compiler() + " -D_GNU_SOURCE -fsyntax-only a.c 2> /dev/null")
                        .code();
        return Seen.either(code == 0, "compiles", "unknown", code == 0 ? "the compiler takes it" : "the compiler refuses it");
    }
}
