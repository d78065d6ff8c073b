package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Condition;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One modelled call while its effects are applied to one disjunct: slots, conditions, the result. */
final class ModelledCall {
    final Site site;
    final FunctionModel model;
    final State state;
    final Outcomes outcomes;
    final boolean repeats;
    private final Map<Variable, Value> bindings = new HashMap<>();
    private final Evaluator evaluator;
    private final int argumentCount;

    ModelledCall(Site site, FunctionModel model, List<Value> arguments, @Nullable Value receiver, State state, Evaluator caller,
            Models models, boolean repeats) {
        this.repeats = repeats;
        this.site = site;
        this.model = model;
        this.state = state;
        this.argumentCount = arguments.size();
        for (int i = 0; i < model.parameters().size(); i++) {
            bindings.put(model.parameters().get(i), i < arguments.size() ? arguments.get(i) : Value.UNKNOWN);
        }
        for (Map.Entry<Integer, Variable> rest : model.rest().entrySet()) {
            int index = model.parameters().size() + rest.getKey();
            boolean known = rest.getKey() != FunctionModel.ALL_REST && index < arguments.size();
            bindings.put(rest.getValue(), known ? arguments.get(index) : Value.UNKNOWN);
        }
        if (model.receiver() != null) {
            bindings.put(model.receiver(), receiver == null ? Value.UNKNOWN : receiver);
        }
        bindings.put(model.result(), Value.UNKNOWN);
        this.evaluator = caller.binding(bindings);
        Outcomes outcomes = Outcomes.of(model, models);
        this.outcomes = onlyChanges() ? outcomes.succeedingWithZero() : outcomes;
    }

    /** Whether all that it does is to change a handle that it is given, such as by a lock: then it has nothing else to say. */
    private boolean onlyChanges() {
        for (Effect.Becomes becomes : model.all(Effect.Becomes.class)) {
            if (!isResult(becomes.slot()) && !becomes.facts().contains(Effect.Fact.OFFSET_MOVED)
                    && truth(becomes.condition()) == Truth.TRUE) {
                return !model.has(Effect.Transfers.class);
            }
        }
        return false;
    }

    Value value(Expression expression) {
        return evaluator.evaluate(expression, state);
    }

    @Nullable Value valueOrNull(@Nullable Expression expression) {
        return expression == null ? null : value(expression);
    }

    boolean hasArgument(int index) {
        return index < argumentCount;
    }

    Value result() {
        return bindings.getOrDefault(model.result(), Value.UNKNOWN);
    }

    /** What the call delivers has this name now; what it was given, and what had that name before, is {@code older}. */
    void deliver(Symbol result, Symbol older) {
        bindings.replaceAll((parameter, value) -> value.renamed(result, older));
        setResult(Value.of(result));
    }

    void setResult(Value value) {
        bindings.put(model.result(), value);
    }

    /** Whether a slot is the result itself. */
    boolean isResult(Expression slot) {
        return slot instanceof Expression.Read(Place.Cell(Variable variable)) && variable == model.result();
    }

    /** The cell that a slot names, null for the result and for unknown pointers. */
    @Nullable Location cell(Expression slot) {
        if (!(slot instanceof Expression.Read(Place place)) || place instanceof Place.Cell) {
            return null;
        }
        return evaluator.locate(place, state);
    }

    /** Whether a slot stands for all variadic arguments at once. */
    boolean isAllRest(Expression slot) {
        return slot instanceof Expression.Read(Place.Cell(Variable variable)) && variable == model.rest().get(FunctionModel.ALL_REST);
    }

    /** Writes a slot. */
    void store(Expression slot, Value value) {
        if (isResult(slot)) {
            setResult(value);
            return;
        }
        Location cell = cell(slot);
        if (cell != null) {
            state.memory.put(cell, value);
        }
    }

    /** The handle in a slot, null when the value is none. */
    @Nullable Symbol handle(Expression slot) {
        return Handles.symbolOf(value(slot), state);
    }

    /** Whether it asks a socket for a connection that has none to give: it fails for certain, and makes nothing. */
    boolean isRefused() {
        for (Effect.Uses uses : model.all(Effect.Uses.class)) {
            Symbol symbol = uses.needs().contains(Effect.Need.LISTENING) ? handle(uses.slot()) : null;
            HandleState handle = symbol == null ? null : state.handles.get(symbol);
            if (handle != null && handle.isOpen() && handle.refusesConnections()) {
                return true;
            }
        }
        return false;
    }

    /** Whether ignoring the result is a mistake, with these arguments. */
    boolean mustBeChecked() {
        List<Effect.MustCheck> conditions = model.all(Effect.MustCheck.class);
        return model.is(FunctionModel.Trait.MUST_CHECK)
                && (conditions.isEmpty() || conditions.stream().anyMatch(check -> truth(check.condition()) == Truth.TRUE));
    }

    /** Whether an effect holds; unknown counts as it may. */
    boolean mayHold(Condition condition) {
        return truth(condition) != Truth.FALSE;
    }

    Truth truth(Condition condition) {
        Truth truth = Truth.TRUE;
        if (condition.when() != null) {
            truth = truth.and(evaluator.truth(value(condition.when()), state));
        }
        if (condition.unless() != null) {
            truth = truth.and(evaluator.truth(value(condition.unless()), state).not());
        }
        return truth;
    }
}
