package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg;
import io.github.ipclint.ir.Cfg.Edge;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Assume;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Place;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What counts the rounds of one loop. */
final class LoopCounters {
    /** Assignments between the counter and the step that is derived from it. */
    private static final int MAX_DERIVATION = 2;

    private final Cfg cfg;
    private final int head;
    private final BitSet body;

    LoopCounters(Cfg cfg, int head, BitSet body) {
        this.cfg = cfg;
        this.head = head;
        this.body = body;
    }

    /**
     * The counter of a loop whose condition compares a variable with a bound that the loop does not change.
     *
     * @param asked whether the loop compares the two once more inside: the last round may differ from others
     * @param calls those that every round makes with it
     */
    record Counter(Place place, Expression.BinaryOperator operator, Expression bound, boolean asked, List<Call> calls) {}

    /** The counter that the head compares with a bound; null where it compares none. */
    @Nullable Counter atHead() {
        for (Edge edge : cfg.blocks().get(head).edges()) {
            if (body.get(edge.target())) {
                continue;
            }
            var instructions = cfg.blocks().get(edge.target()).instructions();
            if (instructions.isEmpty() || !(instructions.getFirst() instanceof Assume(Expression condition, boolean truth, var ignored))) {
                continue;
            }
            if (condition instanceof Expression.Binary(var operator, Expression.Read(Place place), Expression bound)
                    && operator.isComparison() && !truth) {
                return advances(place) ? new Counter(place, operator, bound, isAsked(place, bound, condition), calls(place)) : null;
            }
        }
        return null;
    }

    private List<Call> calls(Place counter) {
        boolean branches = instructions().filter(Assume.class::isInstance).count() > 1;
        return branches ? List.of()
                : instructions().filter(Call.class::isInstance).map(Call.class::cast)
                        .filter(call -> call.arguments().contains(new Expression.Read(counter))).toList();
    }

    private boolean isAsked(Place counter, Expression bound, Expression atHead) {
        return instructions().anyMatch(instruction -> switch (instruction) {
            case Assume(Expression condition, boolean truth, var ignored) ->
                    !condition.equals(atHead) && compares(condition, counter, bound);
            case Instruction.Assign(Place target, Expression value, var ignored) -> compares(value, counter, bound);
            default -> false;
        });
    }

    private static boolean compares(Expression expression, Place counter, Expression bound) {
        return switch (expression) {
            case Expression.Binary(var operator, Expression left, Expression right) when operator.isComparison() ->
                    reads(left, counter) && isNear(right, bound) || isNear(left, bound) && reads(right, counter);
            case Expression.Binary(var operator, Expression left, Expression right) ->
                    compares(left, counter, bound) || compares(right, counter, bound);
            case Expression.Unary(var operator, Expression operand) -> compares(operand, counter, bound);
            case Expression.Cast(var type, Expression operand) -> compares(operand, counter, bound);
            default -> false;
        };
    }

    /** The bound itself, or what it is but for a step. */
    private static boolean isNear(Expression expression, Expression bound) {
        return switch (bound) {
            case Expression.Read(Place place) -> reads(expression, place);
            case Expression.Constant(long end) -> expression instanceof Expression.Constant(long number) && Math.abs(number - end) <= 1;
            default -> expression.equals(bound);
        };
    }

    private static boolean reads(Expression expression, Place place) {
        return switch (expression) {
            case Expression.Read(Place read) -> read.equals(place);
            case Expression.Binary(var operator, Expression left, Expression right) -> reads(left, place) || reads(right, place);
            case Expression.Cast(var type, Expression operand) -> reads(operand, place);
            default -> false;
        };
    }

    /** Whether some exit compares a number that every round moves by the same step, at its head or at its end. */
    boolean atAnyExit() {
        return body.stream()
                .mapToObj(id -> cfg.blocks().get(id))
                .flatMap(block -> block.edges().stream())
                .filter(edge -> !body.get(edge.target()))
                .map(edge -> cfg.blocks().get(edge.target()).instructions())
                .anyMatch(exit -> !exit.isEmpty() && exit.getFirst() instanceof Assume(Expression condition, boolean truth, var ignored)
                        && comparesCounter(condition));
    }

    private boolean comparesCounter(Expression condition) {
        return switch (condition) {
            case Expression.Binary(var operator, Expression left, Expression right) when operator.isComparison() ->
                    isCounter(left) || isCounter(right);
            default -> isCounter(condition);
        };
    }

    /** A place that advances, or the copy of one that {@code n--} leaves behind. */
    private boolean isCounter(Expression expression) {
        return expression instanceof Expression.Read(Place place) && (advances(place) || instructions()
                .anyMatch(instruction -> instruction instanceof Instruction.Assign(Place copy, Expression.Read(Place source), var ignored)
                        && copy.equals(place)
                        && advances(source)));
    }

    /** Whether the loop moves the place by a step that is the same in every round: {@code n += read(…)} may stand still. */
    private boolean advances(Place place) {
        return instructions()
                .anyMatch(instruction -> instruction instanceof Instruction.Assign(Place target, Expression value, var ignored)
                        && target.equals(place)
                        && value instanceof Expression.Binary(var operator, Expression left, Expression right)
                        && (isConstant(left, place) && isConstant(right, place)));
    }

    private boolean isConstant(Expression step, Place counter) {
        return isConstant(step, counter, MAX_DERIVATION);
    }

    /** Whether what the loop reads has no part in it: {@code n = left < SIZE ? left : SIZE; left -= n;} goes down whatever comes. */
    private boolean isConstant(Expression step, Place counter, int depth) {
        return switch (step) {
            case Expression.Cast(var ignored, Expression operand) -> isConstant(operand, counter, depth);
            case Expression.Conditional(Expression condition, Expression whenTrue, Expression whenFalse) ->
                    isConstant(whenTrue, counter, depth) && isConstant(whenFalse, counter, depth);
            case Expression.Binary(var operator, Expression left, Expression right) when depth < MAX_DERIVATION ->
                    isConstant(left, counter, depth) && isConstant(right, counter, depth);
            case Expression.Read(Place place) -> place.equals(counter) || instructions()
                    .filter(instruction -> place.equals(assigned(instruction)))
                    .allMatch(instruction -> depth > 0
                            && instruction instanceof Instruction.Assign(Place target, Expression value, var ignored)
                            && isConstant(value, counter, depth - 1));
            default -> true;
        };
    }

    private static @Nullable Place assigned(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Assign assign -> assign.target();
            case Call call -> call.result();
            default -> null;
        };
    }

    private Stream<Instruction> instructions() {
        return body.stream().mapToObj(id -> cfg.blocks().get(id)).flatMap(block -> block.instructions().stream());
    }
}
