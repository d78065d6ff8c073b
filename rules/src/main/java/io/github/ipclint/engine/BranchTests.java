package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.Map;

/** What a branch tells of the results of calls: which have failed, which have not, and what they were compared with. */
final class BranchTests {
    private final Models models;
    private final EventLog log;
    private final Map<Site, Outcomes> made;
    private final UncheckedResults unchecked;

    BranchTests(Models models, EventLog log, Map<Site, Outcomes> made, UncheckedResults unchecked) {
        this.models = models;
        this.log = log;
        this.made = made;
        this.unchecked = unchecked;
    }

    /** A branch depended on a symbol. */
    void examined(State state, Symbol symbol) {
        log.results().treated(symbol, ResultLog.Treatment.COMPARED);
        if (symbol.equals(state.errno)) {
            ErrorNumber.asked(state);
        }
        if (!(symbol instanceof Symbol.Delivered(Site site, String ignored, int copy))) {
            return;
        }
        Outcomes outcomes = made.get(site);
        if (outcomes == null || !outcomes.canFail()) {
            return;
        }
        Range range = state.rangeOf(symbol);
        if (receives(site)) {
            log.results().counted(site, range, outcomes.failure());
        }
        if (range.isWithin(outcomes.failure())) {
            state.settle(site, true);
            log.results().treated(symbol, ResultLog.Treatment.SEPARATED);
            Handles.dropGuardedBy(symbol, state);
            if (!outcomes.answers()) {
                state.assumeFailure(symbol);
                ErrorNumber.isSet(state);
            }
        } else if (!range.contains(0) && succeedsWithZero(site)) {
            state.settle(site, true);
        }
        if (!range.intersects(outcomes.failure())) {
            state.settle(site, false);
            log.results().treated(symbol, ResultLog.Treatment.SEPARATED);
        }
    }

    private boolean receives(Site site) {
        FunctionModel model = site.instruction() instanceof Call call ? models.of(call.target(), call.arguments().size()) : null;
        return model != null && model.all(Effect.Transfers.class).stream().anyMatch(each -> each.direction() == Effect.Direction.IN);
    }

    /** {@code write(…) != n}: short or failed, the transfer has not done what was asked for. */
    void unequal(State state, Value value) {
        if (state.assumedFailure == null && value instanceof Value.Symbolic(Symbol symbol, long offset)
                && symbol instanceof Symbol.Delivered(Site site, var role, int copy) && site.instruction() instanceof Call call
                && state.rangeOf(symbol).contains(-1)) {
            FunctionModel model = models.of(call.target());
            if (model != null && model.all(Effect.Transfers.class).stream().anyMatch(each -> each.direction() == Effect.Direction.OUT)) {
                state.assumeFailure(symbol);
            }
        }
    }

    /** What only changes a handle tells success by 0; what moves data or makes something tells more. */
    private boolean succeedsWithZero(Site site) {
        FunctionModel model = site.instruction() instanceof Call call ? models.of(call.target()) : null;
        return model != null && !model.has(Effect.Transfers.class) && !model.has(Effect.Acquires.class)
                && !model.has(Effect.Duplicates.class);
    }

    /** Notes a comparison of what a call delivered, for the rules on wrong failure values. */
    void compared(Expression condition, Site site, State state, Evaluator evaluator) {
        if (!(condition instanceof Expression.Binary(var operator, Expression left, Expression right) && operator.isComparison())) {
            if (condition instanceof Expression.Read || condition instanceof Expression.Unary) {
                noteComparison(
                        evaluator.evaluate(condition instanceof Expression.Unary(var not, Expression operand) ? operand : condition, state),
                        condition, site, state);
            }
            return;
        }
        Value one = evaluator.evaluate(left, state);
        Value other = evaluator.evaluate(right, state);
        noteComparison(one, condition, site, state);
        noteComparison(other, condition, site, state);
        if (operator == Expression.BinaryOperator.EQUAL) {
            noteNamed(one, other);
        } else if (operator == Expression.BinaryOperator.LESS && other instanceof Value.Number(long bound)) {
            noteNamed(one, new Value.Number(bound - 1));
        }
    }

    /** The failure value itself is asked for. */
    private void noteNamed(Value value, Value constant) {
        if (value instanceof Value.Symbolic(Symbol symbol, long offset) && symbol instanceof Symbol.Delivered(Site call, var role, int copy)
                && constant instanceof Value.Number(long number)) {
            Outcomes outcomes = made.get(call);
            if (outcomes != null && outcomes.failure().contains(number)) {
                log.results().treated(symbol, ResultLog.Treatment.NAMED);
            }
        }
    }

    private void noteComparison(Value value, Expression condition, Site site, State state) {
        if (value instanceof Value.Symbolic(Symbol symbol, long offset) && symbol instanceof Symbol.Delivered(Site call, var role, int copy)
                && unchecked.validity(symbol, state) != Event.Validity.VALID && call.instruction() instanceof Call instruction) {
            FunctionModel model = models.of(instruction.target(), instruction.arguments().size());
            if (model != null && model.has(Effect.Maps.class)) {
                log.add(new Event.Compared(site, state.process, call, model, condition, site.at()));
            }
        }
    }
}
