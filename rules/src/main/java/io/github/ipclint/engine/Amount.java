package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Place;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** How many bytes a write moves for certain: its length times the rounds of the loops around it that count to a constant. */
final class Amount {
    /** A pipe holds so many bytes on Linux unless it is told otherwise. */
    static final long PIPE = 1 << 16;

    private Amount() {}

    /**
     * The fewest bytes that the call moves in one activation of its function; 0 where nothing is known.
     *
     * @param length position of the argument that says how many bytes one call moves; -1 where none does
     */
    static long least(Site site, int length, FlowGraph flow) {
        Function function = site.function();
        Optional<Block> block = function.cfg().blocks().stream()
                .filter(it -> it.instructions().stream().anyMatch(instruction -> instruction == site.instruction())).findFirst();
        if (block.isEmpty() || !(site.instruction() instanceof Instruction.Call call)) {
            return 0;
        }
        // Nothing is written without need.
        long amount = length < 0 ? 1 : Math.max(1, constant(call.arguments().get(length)).orElse(1));
        for (int head : flow.loopsAround(block.get().id())) {
            long rounds = flow.isInEveryRound(head, block.get().id()) ? rounds(flow, head, function) : 0;
            amount = Math.min(amount, PIPE + 1) * Math.min(rounds, PIPE + 1);
        }
        return amount;
    }

    /** The fewest rounds of a loop that counts one by one from a constant to a constant; 0 of any other. */
    private static long rounds(FlowGraph flow, int head, Function function) {
        LoopCounters.Counter counter = flow.counter(head);
        if (counter == null || !flow.isLeftAtHead(head)) {
            return 0;
        }
        OptionalLong bound = constant(counter.bound());
        OptionalLong start = start(flow, head, function, counter.place());
        if (bound.isEmpty() || start.isEmpty() || !isStepOfOne(flow, head, function, counter.place())) {
            return 0;
        }
        long distance = switch (counter.operator()) {
            case LESS, NOT_EQUAL -> bound.getAsLong() - start.getAsLong();
            case LESS_EQUAL -> bound.getAsLong() - start.getAsLong() + 1;
            default -> 0;
        };
        return Math.max(0, distance);
    }

    /** The largest of the constants that the counter is given outside of the loop; empty if it is given anything else there. */
    private static OptionalLong start(FlowGraph flow, int head, Function function, Place counter) {
        LongStream.Builder constants = LongStream.builder();
        for (Block block : function.cfg().blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (!flow.loop(head).get(block.id())
                        && instruction instanceof Instruction.Assign(Place target, Expression value, var ignored)
                        && target.equals(counter) && !isUninitialised(value)) {
                    OptionalLong constant = constant(value);
                    if (constant.isEmpty()) {
                        return OptionalLong.empty();
                    }
                    constants.add(constant.getAsLong());
                }
            }
        }
        return constants.build().max();
    }

    private static boolean isUninitialised(Expression value) {
        return value instanceof Expression.Unknown(String why) && why.equals("uninitialised");
    }

    private static boolean isStepOfOne(FlowGraph flow, int head, Function function, Place counter) {
        return function.cfg().blocks().stream().filter(block -> flow.loop(head).get(block.id()))
                .flatMap(block -> block.instructions().stream())
                .filter(instruction -> instruction instanceof Instruction.Assign(Place target, var ignored, var at)
                        && target.equals(counter))
                .allMatch(
                        instruction -> instruction instanceof Instruction.Assign(var target, Expression.Binary(var operator, var left, Expression.Constant(long step)), var at)
                                && operator == BinaryOperator.ADD && step == 1);
    }

    private static OptionalLong constant(Expression expression) {
        return switch (expression) {
            case Expression.Constant(long value) -> OptionalLong.of(value);
            case Expression.Cast cast -> constant(cast.operand());
            default -> OptionalLong.empty();
        };
    }
}
