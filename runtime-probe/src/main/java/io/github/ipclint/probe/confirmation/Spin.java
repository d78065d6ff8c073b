package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.observation.Descriptor;
import io.github.ipclint.probe.observation.SeenProcess;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A process that reads a FIFO without writers again and again: reads are counted, and bring nothing. */
record Spin() implements Detector {
    private static final long APART = 200_000_000;
    private static final int FEWEST_READS = 1000;

    @Override
    public String name() {
        return "spinning-reads";
    }

    @Override
    public Sighting look(Observation observation) {
        Optional<String> fact = observation.lapse(APART)
                .flatMap(lapse -> lapse.last().living().stream().flatMap(process -> fact(process, lapse).stream()).findFirst());
        if (fact.isPresent()) {
            return Sighting.seen(List.of(fact.get()));
        }
        return observation.end() instanceof Observation.Killed killed ? Sighting.undecided(killed.how()) : Sighting.nothing();
    }

    private static Optional<String> fact(SeenProcess process, Observation.Lapse lapse) {
        Optional<SeenProcess> before = lapse.earlier().process(process.pid());
        Optional<Descriptor> fifo = process.descriptors().stream()
                .filter(held -> held.target().startsWith("/") && held.readable() && !held.writable() && isFifo(process, held)
                        && lapse.last().living().stream().noneMatch(other -> other.descriptors().stream()
                                .anyMatch(end -> end.target().equals(held.target()) && end.writable())))
                .findFirst();
        if (before.isEmpty() || fifo.isEmpty()) {
            return Optional.empty();
        }
        long reads = process.reads() - before.get().reads();
        long bytes = process.bytesRead() - before.get().bytesRead();
        return reads < FEWEST_READS || bytes > 0 ? Optional.empty()
                : Optional
                        .of(String.format(Locale.ROOT, "%s read %s, which nobody has open for writing, %,.0f times a second without a byte",
                                process.title(), fifo.get().target(), reads / lapse.seconds()));
    }

    private static boolean isFifo(SeenProcess process, Descriptor held) {
        try {
            int mode = (int) java.nio.file.Files.getAttribute(
                    java.nio.file.Path.of("/proc", Integer.toString(process.pid()), "fd", Integer.toString(held.number())), "unix:mode");
            return (mode & 0170000) == 0010000;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
