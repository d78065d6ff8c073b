package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Value;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Assign;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Transfers;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes that may fail without loss: nothing was in them that would be missed, or they are as good as an effort can be. */
final class ExpendableWrites {
    /** A program that can't write its complaints has nowhere left to complain. */
    private static final Value STANDARD_ERROR = new Value.Number(2);

    /** Somebody who asked from this address, in the function that learned of him. */
    private record Asker(Function function, Value address) {}

    private final Set<Site> sites = new HashSet<>();

    ExpendableWrites(Exploration exploration) {
        Set<Asker> askers = new HashSet<>();
        for (Event.Called called : exploration.log().all(Event.Called.class)) {
            Transfers in = transfer(called, Effect.Direction.IN);
            Transfers out = transfer(called, Effect.Direction.OUT);
            if (in != null) {
                called.model().all(Effect.FillsMemory.class).stream().map(Effect.FillsMemory::pointer)
                        .filter(pointer -> !pointer.equals(in.pointer()))
                        .forEach(pointer -> askers.add(new Asker(called.site().function(), called.argument(pointer))));
            } else if (out != null && isExpendable(called, out, askers)) {
                sites.add(called.site());
            }
        }
    }

    private static boolean isExpendable(Event.Called called, Transfers out, Set<Asker> askers) {
        return called.argument(out.slot()).equals(STANDARD_ERROR) || isWakeUp(called, out) || isAnswer(called, out, askers);
    }

    boolean contains(Site site) {
        return sites.contains(site);
    }

    private static @Nullable Transfers transfer(Event.Called called, Effect.Direction direction) {
        return called.model().all(Transfers.class).stream().filter(transfer -> transfer.direction() == direction).findFirst().orElse(null);
    }

    /** One constant byte wakes somebody up; where the pipe is full, he has been woken already (the self-pipe trick). */
    private static boolean isWakeUp(Event.Called called, Transfers out) {
        return called.arguments().contains(new Value.Number(1))
                && (called.arguments().stream().anyMatch(Value.Text.class::isInstance) || isOfConstantByte(called, out));
    }

    private static boolean isOfConstantByte(Event.Called called, Transfers out) {
        int position = called.position(out.pointer());
        return position >= 0
                && called.site().instruction() instanceof Call call
                && call.arguments().get(position) instanceof Expression.AddressOf(Place.Cell(Variable variable))
                && variable.kind() == Variable.Kind.LOCAL
                && called.site().function().cfg().blocks().stream().flatMap(block -> block.instructions().stream())
                        .allMatch(instruction -> leavesConstant(instruction, variable, call));
    }

    /** Whether the variable holds a constant afterwards if it held one before, as far as the function itself shows. */
    private static boolean leavesConstant(Instruction instruction, Variable variable, Call write) {
        return switch (instruction) {
            case Assign(Place.Cell(Variable target), Expression value, var at) when target == variable ->
                    value instanceof Expression.Constant || value instanceof Expression.Unknown;
            case Call call -> call.target().equals(write.target())
                    || (!new Place.Cell(variable).equals(call.result())
                            && call.arguments().stream().noneMatch(new Expression.AddressOf(new Place.Cell(variable))::equals));
            default -> true;
        };
    }

    /** A datagram back to whoever has just asked: he asks again, as he must where the answer gets lost on its way. */
    private static boolean isAnswer(Event.Called called, Transfers out, Set<Asker> askers) {
        return called.model().all(Effect.ReadsMemory.class).stream().map(Effect.ReadsMemory::pointer)
                .filter(pointer -> !Objects.equals(pointer, out.pointer()))
                .anyMatch(pointer -> askers.contains(new Asker(called.site().function(), called.argument(pointer))));
    }
}
