package io.github.ipclint.probe.confirmation;

import io.github.ipclint.probe.sandbox.KernelObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Objects that outlive the last process: for good if nobody who takes part could remove them, however they end; else it takes programs
 * that end by themselves, and the same in every order of their start.
 */
record LeftObjects(boolean systemV) implements Detector {
    @Override
    public String name() {
        return "left-objects";
    }

    @Override
    public boolean needsEveryOrder() {
        return true;
    }

    @Override
    public Sighting look(Observation observation) {
        if (observation.end() instanceof Observation.Running) {
            return Sighting.nothing();
        }
        List<KernelObject> forGood = concerned(observation.left().stream())
                .filter(object -> observation.removers().stream().noneMatch(program -> program.mayRemove(object.kind()))).toList();
        if (!observation.removers().isEmpty() && !forGood.isEmpty()) {
            return Sighting
                    .seen(Stream.concat(forGood.stream().map(object -> object.description() + " is left after the last process is gone"),
                            Stream.of("no program that takes part calls anything that could remove it")).toList());
        }
        return switch (observation.end()) {
            case Observation.Running _ -> Sighting.nothing();
            case Observation.Ended _ -> afterwards(observation);
            case Observation.Stopped stopped -> afterStop(observation, stopped);
            case Observation.Killed killed -> Sighting.undecided(killed.how());
        };
    }

    /** A program that is stopped may have been about to remove what it made. */
    private Sighting afterStop(Observation observation, Observation.Stopped stopped) {
        String reason = stopped.program() + " does not end by itself and was stopped";
        return concerned(observation.left().stream()).filter(object -> object.kind() != KernelObject.Kind.SOCKET).findFirst()
                .map(object -> Sighting.possible(object.description() + " is left", reason))
                .orElseGet(() -> Sighting.undecided(reason));
    }

    private Sighting afterwards(Observation observation) {
        List<KernelObject> left = concerned(observation.left().stream()).toList();
        if (!left.isEmpty() && left.stream().allMatch(object -> object.kind() == KernelObject.Kind.SOCKET)) {
            return Sighting.undecided("only a socket path is left, which many programs remove when they start again");
        }
        if (!left.isEmpty()) {
            return Sighting.seenInThisOrder(
                    left.stream().map(object -> object.description() + " is left after the last process has ended").toList());
        }
        boolean made = systemV ? !observation.everMade().isEmpty() : concerned(observation.made().stream()).findAny().isPresent();
        return made ? Sighting.absent("what was made is gone after the last process has ended")
                : Sighting.undecided("no such object was made with these inputs");
    }

    private Stream<KernelObject> concerned(Stream<KernelObject> objects) {
        return objects.filter(object -> object.kind().isSystemV() == systemV);
    }
}
