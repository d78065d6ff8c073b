package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction.Leave;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes to memory in one activation, and the losses that they cause. */
final class StateStore {
    private final Exploration exploration;
    private final Evaluator evaluator;

    StateStore(Exploration exploration, Evaluator evaluator) {
        this.exploration = exploration;
        this.evaluator = evaluator;
    }

    void assign(Place target, Expression value, Site site, State state) {
        if (value instanceof Expression.Read(Place source) && copiesObject(source)) {
            copyObject(target, source, state);
            return;
        }
        put(target, evaluator.evaluate(value, state), site, state);
    }

    void put(Place target, Value value, Site site, State state) {
        if (target instanceof Place.Cell(Variable variable) && ErrorNumber.is(variable)) {
            ErrorNumber.assign(value, site, state);
        } else {
            store(target, value, site, state);
        }
    }

    private void store(Place target, Value value, Site site, State state) {
        Location cell = evaluator.locate(target, state);
        if (cell == null) {
            state.loseSight(value);
            exploration.handles().escape(value, state);
            return;
        }
        if (cell.root() instanceof Location.Pointee(Symbol pointer)) {
            exploration.unchecked().use(Value.of(pointer), ResultLog.Purpose.ADDRESS, site, state);
        }
        Symbol mapping = Evaluator.mappingOf(cell, state);
        if (mapping != null) {
            exploration.accessed(site, state, mapping, cell, true);
            exploration.log().results().treated(value, ResultLog.Treatment.HANDED_ON);
            // What is kept in shared memory is compared there, where nothing is known of it.
            state.loseSight(value);
            return;
        }
        if (cell.outlives()) {
            exploration.captures().escape(value, site, state, exploration.handles());
        }
        Value old = state.memory.get(cell);
        renew(cell, value, state);
        state.memory.put(cell, value);
        unlink(cell, state);
        if (old != null && !old.equals(value)) {
            if (Evaluator.isSomeElement(cell) || isOneOfMany(cell) || isFound(cell)) {
                // It is one of several elements that this assignment changes, or one that a search has found to be free.
                exploration.handles().escape(old, state);
            } else {
                exploration.handles().overwritten(old, site, state);
            }
        }
        if (value instanceof Value.Symbolic(Symbol symbol, long ignored) && (cell.outlives() || isOneOfMany(cell))) {
            exploration.log().results().treated(symbol, ResultLog.Treatment.HANDED_ON);
        }
    }

    /** What is unknown may be anything: another number, and another object behind it, than what had the same name before. */
    private void renew(Location cell, Value value, State state) {
        if (value instanceof Value.Opaque && cell.root() instanceof Location.Cell) {
            Symbol initial = new Symbol.Initial(cell);
            Handles.renew(initial, state);
            exploration.handles().renewObject(initial, state);
        }
    }

    /** An element that a loop over the array reaches in a round that is not followed; pairs are no such arrays. */
    private static boolean isOneOfMany(Location cell) {
        return switch (cell) {
            case Location.Element(Location.Cell(Variable array, var frame), long index) ->
                    array.type() instanceof Type.Array(Type element, long length) && (length < 0 || length > 2);
            case Location.Element(Location.Field ignored, long index) -> true;
            case Location.Element(Location.Pointee ignored, long index) -> index > 1;
            default -> false;
        };
    }

    /**
     * {@code *element->previous = element->next}: what leads to an element of a list, whatever it is, is changed through a pointer in the
     * element itself. From then on nothing that outlives the function is known to lead there.
     */
    private static void unlink(Location cell, State state) {
        if (cell instanceof Location.Pointee(Symbol.Initial(Location previous))
                && previous.root() instanceof Location.Pointee(Symbol element)) {
            for (Location holder : state.memory.holdersOf(element)) {
                if (holder.outlives()) {
                    state.memory.put(holder, Value.UNKNOWN);
                }
            }
        }
    }

    /** In an object that a call has found which nothing describes: another one each time, for all that is known. */
    private boolean isFound(Location cell) {
        return cell.root() instanceof Location.Pointee(Symbol.Delivered(Site site, String role, int copy))
                && !exploration.made().containsKey(site);
    }

    private static boolean copiesObject(Place source) {
        return source instanceof Place.Cell(Variable variable) && variable.type() instanceof Type.Struct;
    }

    private void copyObject(Place target, Place source, State state) {
        Location to = evaluator.locate(target, state);
        Location from = evaluator.locate(source, state);
        if (to == null || from == null) {
            return;
        }
        state.memory.copyObject(from, to);
    }

    void leave(Leave leave, Site site, State state) {
        List<Location> cells = cellsOf(leave.variables(), state);
        for (Variable variable : leave.variables()) {
            if (variable.marks().contains(Variable.Mark.CLEANUP)) {
                releaseCleanedUp(variable, state);
            }
        }
        exploration.handles().forget(cells, null, site, state);
        forgetInitial(leave.variables(), state);
    }

    /** What lay in these variables when they began: they begin anew when the path comes here again. */
    private void forgetInitial(List<Variable> variables, State state) {
        for (Map.Entry<Symbol, HandleState> entry : state.handles.view().entrySet()) {
            if (!entry.getValue().isOpen() && entry.getKey() instanceof Symbol.Initial(Location location)
                    && location.isLocalTo(evaluator.frame())
                    && location.root() instanceof Location.Cell(Variable variable, var frame) && variables.contains(variable)) {
                state.handles.remove(entry.getKey());
            }
        }
    }

    /** The cells that these variables of the activation have in memory, parts included. */
    private List<Location> cellsOf(List<Variable> variables, State state) {
        List<Location> cells = new ArrayList<>();
        for (Variable variable : variables) {
            if (variable.isStatic()) {
                continue;
            }
            Location cell = new Location.Cell(variable, evaluator.frame());
            if (!isScalar(variable.type())) {
                state.memory.forEachWithin(cell, (part, value) -> cells.add(part));
            } else if (state.memory.contains(cell)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static boolean isScalar(Type type) {
        return type instanceof Type.Primitive || type instanceof Type.Pointer;
    }

    /** {@code __attribute__((cleanup))}: whatever it holds is ended by the function named there. */
    private void releaseCleanedUp(Variable variable, State state) {
        Value value = state.memory.get(new Location.Cell(variable, evaluator.frame()));
        if (value != null) {
            exploration.handles().escape(value, state);
        }
    }

    /** All variables of the activation end. */
    void leaveFunction(Value result, Site site, State state) {
        Function function = evaluator.frame().function();
        List<Variable> variables = new ArrayList<>(function.parameters());
        variables.addAll(function.locals());
        List<Location> cells = cellsOf(variables, state);
        exploration.captures().escape(result, site, state, exploration.handles());
        if (result instanceof Value.Pointer(Location object) && object.isLocalTo(evaluator.frame())) {
            exploration.handles().escape(result, state);
        }
        for (Location cell : cells) {
            if (cell instanceof Location.Cell(Variable variable, var ignored) && variable.marks().contains(Variable.Mark.CLEANUP)) {
                releaseCleanedUp(variable, state);
            }
        }
        exploration.handles().forget(cells, result, site, state);
        forgetInitial(variables, state);
        UnreferencedRanges.forget(state, result);
        for (Map.Entry<Site, Attempt> attempt : state.attempts.view().entrySet()) {
            if (attempt.getKey().path() == evaluator.frame() && !attempt.getValue().left()) {
                state.attempts.put(attempt.getKey(), attempt.getValue().afterReturn());
            }
        }
        for (State.LoopHead head : state.rounds.view().keySet()) {
            if (head.path() == evaluator.frame()) {
                state.rounds.remove(head);
            }
        }
    }

    static @Nullable Symbol symbolOf(Value value) {
        return value instanceof Value.Symbolic(Symbol symbol, long ignored) ? symbol : null;
    }
}
