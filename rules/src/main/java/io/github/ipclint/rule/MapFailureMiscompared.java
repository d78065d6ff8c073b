package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.UnaryOperator;
import io.github.ipclint.ir.Type;
import io.github.ipclint.model.Models;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mapping is tested against a value that its call never returns on failure. */
final class MapFailureMiscompared implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "map-failure-miscompared",
            Level.ERROR,
            List.of("C"),
            "a mapping is compared with NULL or an int, but failure is (void *) -1",
            List.of("CWE-253", "CWE-697"));

    /** What a mapping is compared with. */
    private enum Against {
        /** The failure value as a pointer. */
        FAILURE,
        NULL,
        INTEGER,
        OTHER
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            Map<Site, List<Event.Compared>> byCall = new LinkedHashMap<>();
            for (Event.Compared compared : exploration.log().all(Event.Compared.class)) {
                byCall.computeIfAbsent(compared.call(), call -> new ArrayList<>()).add(compared);
            }
            byCall.values().stream()
                    .filter(all -> all.stream().noneMatch(one -> against(one.condition(), context.models()) == Against.FAILURE))
                    .flatMap(List::stream)
                    .forEach(compared -> report(compared, against(compared.condition(), context.models()), findings));
        }
    }

    /** Whether some comparison of this call's result is with a wrong failure value. */
    static boolean concerns(Site call, Exploration exploration, Models models) {
        return exploration.log().all(Event.Compared.class).stream()
                .filter(compared -> compared.call() == call)
                .map(compared -> against(compared.condition(), models))
                .anyMatch(against -> against == Against.NULL || against == Against.INTEGER);
    }

    private static void report(Event.Compared compared, Against against, FindingSink findings) {
        String mapping = "'" + Naming.called(compared.call()) + "'";
        String mistake = switch (against) {
            case NULL -> "the result of " + mapping
                    + " is compared with NULL, but failure is (void *) -1; a failed mapping is taken for an address";
            case INTEGER -> "the result of " + mapping + " is compared with an int -1, but failure is the pointer (void *) -1";
            case FAILURE, OTHER -> "";
        };
        if (!mistake.isEmpty()) {
            findings.report(
                    Story.of(INFO)
                            .step(compared.call(), "mapped here", Meaning.CREATION, compared.process())
                            .at(compared.site(), Level.ERROR, mistake));
        }
    }

    private static Against against(Expression condition, Models models) {
        return switch (condition) {
            case Expression.Binary(var operator, Expression left, Expression right) when operator.isComparison() -> {
                Against constant = operand(right, models) == Against.OTHER ? operand(left, models) : operand(right, models);
                yield constant == Against.INTEGER && (isNumber(left) || isNumber(right)) ? Against.FAILURE : constant;
            }
            case Expression.Unary(UnaryOperator operator, Expression operand) when operator == UnaryOperator.NOT ->
                    against(operand, models);
            default -> Against.NULL;
        };
    }

    /** A pointer made a number, which may well be compared with one. */
    private static boolean isNumber(Expression operand) {
        return operand instanceof Expression.Cast(Type type, Expression value) && !(type instanceof Type.Pointer);
    }

    private static Against operand(Expression operand, Models models) {
        return switch (operand) {
            case Expression.Cast(Type.Pointer pointer, Expression value) ->
                    isMinusOne(value, models) ? Against.FAILURE : operand(value, models);
            case Expression.Cast(var type, Expression value) -> Against.OTHER;
            case Expression.NamedConstant constant when isMinusOne(constant, models) -> Against.FAILURE;
            case Expression.NamedConstant(String name) when models.constant(name).orElse(1) == 0 -> Against.NULL;
            case Expression.Constant(long value) when value == 0 -> Against.NULL;
            default -> isMinusOne(operand, models) ? Against.INTEGER : Against.OTHER;
        };
    }

    private static boolean isMinusOne(Expression value, Models models) {
        return switch (value) {
            case Expression.Constant(long number) -> number == -1;
            case Expression.Unary(UnaryOperator operator, Expression.Constant(long number)) ->
                    operator == UnaryOperator.NEGATE && number == 1;
            case Expression.NamedConstant(String name) -> models.constant(name).orElse(0) == -1;
            case Expression.Cast(var type, Expression inner) -> isMinusOne(inner, models);
            default -> false;
        };
    }
}
