package io.github.ipclint.frontend.c;

import io.github.ipclint.frontend.c.CfgBuilder.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Instruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers switch: an edge for each case, which assumes its value, and one for the default, which assumes none of them. */
final class Switches {
    /** A case label; without value the default. {@code last} is the end of a range of values (a GNU extension). */
    private record Case(@Nullable Expression value, @Nullable Expression last, Block block, Syntax at) {}

    private final Body body;
    private final Jumps jumps;
    private final Deque<List<Case>> open = new ArrayDeque<>();

    Switches(Body body, Jumps jumps) {
        this.body = body;
        this.jumps = jumps;
    }

    void choose(Syntax statement) {
        Expression value = body.expressions().child(statement, "condition");
        Block dispatch = body.cfg().current();
        Block exit = body.cfg().block();
        body.cfg().startAt(body.cfg().block());
        List<Case> cases = new ArrayList<>();
        open.push(cases);
        jumps.enterSwitch(exit);
        body.statements().optional(statement.child("body"));
        jumps.endLoop();
        open.pop();
        body.cfg().jump(exit);
        connect(statement, dispatch, value, cases, exit);
        body.cfg().startAt(exit);
    }

    /** A case label starts a block, into which the statements before it fall through. */
    void label(Syntax statement) {
        Block block = body.cfg().block();
        body.cfg().jump(block);
        body.cfg().startAt(block);
        List<Case> cases = open.peek();
        if (cases != null) {
            Syntax value = statement.child("value");
            Syntax other = otherEnd(statement);
            boolean first = other != null && value != null && other.start() < value.start();
            cases.add(new Case(expression(first ? other : value), expression(first ? value : other), block,
                    value == null ? statement : value));
        }
    }

    private @Nullable Expression expression(@Nullable Syntax value) {
        return value == null ? null : body.expressions().value(value);
    }

    /** {@code case 1 ... 3:}, of which the grammar knows one end only. */
    private static @Nullable Syntax otherEnd(Syntax statement) {
        Syntax error = statement.first("ERROR");
        boolean range = error != null && Brokenness.isExtension(statement, error);
        return !range || error == null || error.children().isEmpty() ? null : error.children().getFirst();
    }

    /** What follows the label. */
    List<Syntax> statements(Syntax statement) {
        Syntax range = otherEnd(statement) == null ? null : statement.first("ERROR");
        return statement.children().stream().filter(child -> !"value".equals(child.field()) && child != range).toList();
    }

    private void connect(Syntax statement, Block dispatch, Expression value, List<Case> cases, Block exit) {
        Case otherwise = null;
        for (Case choice : cases) {
            if (choice.value() == null) {
                otherwise = choice;
            } else if (choice.last() != null) {
                body.cfg().startAt(body.cfg().branchOf(dispatch));
                assume(BinaryOperator.GREATER_EQUAL, value, choice.value(), true, choice.at());
                assume(BinaryOperator.LESS_EQUAL, value, choice.last(), true, choice.at());
                body.cfg().jump(choice.block());
            } else {
                body.cfg().startAt(body.cfg().branchOf(dispatch));
                assume(BinaryOperator.EQUAL, value, choice.value(), true, choice.at());
                body.cfg().jump(choice.block());
            }
        }
        noneOf(statement, dispatch, value, cases, otherwise);
        body.cfg().jump(otherwise == null ? exit : otherwise.block());
    }

    /** The way on which the value is that of no case. */
    private void noneOf(Syntax statement, Block dispatch, Expression value, List<Case> cases, @Nullable Case otherwise) {
        Syntax at = otherwise == null ? statement : otherwise.at();
        body.cfg().startAt(dispatch);
        boolean branched = false;
        for (Case choice : cases) {
            if (choice.value() != null && choice.last() != null) {
                outside(value, choice.value(), choice.last(), at);
                branched = true;
            } else if (choice.value() != null) {
                Block block = branched ? body.cfg().current() : body.cfg().branchOf(dispatch);
                body.cfg().startAt(block);
                assume(BinaryOperator.EQUAL, value, choice.value(), false, at);
                branched = true;
            }
        }
        if (!branched) {
            body.cfg().startAt(body.cfg().branchOf(dispatch));
        }
    }

    /** From here to a block where the value is below or above a range. */
    private void outside(Expression value, Expression first, Expression last, Syntax at) {
        Block from = body.cfg().current();
        Block after = body.cfg().block();
        body.cfg().startAt(body.cfg().branchOf(from));
        assume(BinaryOperator.GREATER_EQUAL, value, first, false, at);
        body.cfg().jump(after);
        body.cfg().startAt(body.cfg().branchOf(from));
        assume(BinaryOperator.GREATER_EQUAL, value, first, true, at);
        assume(BinaryOperator.LESS_EQUAL, value, last, false, at);
        body.cfg().jump(after);
        body.cfg().startAt(after);
    }

    private void assume(BinaryOperator operator, Expression value, Expression other, boolean truth, Syntax at) {
        body.cfg().add(new Instruction.Assume(new Expression.Binary(operator, value, other), truth, at.range()));
    }
}
