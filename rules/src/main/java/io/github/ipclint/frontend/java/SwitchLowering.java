package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import io.github.ipclint.frontend.java.ClassInfo.FieldInfo;
import io.github.ipclint.frontend.java.ControlStack.JumpTarget;
import io.github.ipclint.ir.Expression.Binary;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Expression.Constant;
import io.github.ipclint.ir.Expression.NamedConstant;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers switches, as statements and as expressions, to a chain of tests in front of the bodies. */
final class SwitchLowering {
    private final FunctionContext context;
    private final List<Yielding> yielding = new ArrayList<>();

    SwitchLowering(FunctionContext context) {
        this.context = context;
    }

    /** A switch expression under way: where its value goes and what comes after it. */
    private record Yielding(Place result, JavaType type, JumpTarget after) {}

    void lower(SwitchStmt choice) {
        int after = context.graph().newBlock();
        context.statements()
                .loops()
                .withinSwitch(after, () -> lower(choice.getSelector(), choice.getEntries(), after, false));
        context.graph().jump(after);
        context.statements().selectIfReached(after);
    }

    Value value(SwitchExpr choice, JavaType expected) {
        SourceRange at = context.range(choice);
        Place result = context.temporary(context.unit().text().quote(choice), expected, at);
        int after = context.graph().newBlock();
        yielding.add(new Yielding(result, expected, context.control().target(after)));
        lower(choice.getSelector(), choice.getEntries(), after, true);
        yielding.removeLast();
        context.graph().jump(after);
        context.statements().selectIfReached(after);
        return new Value(new Read(result), expected);
    }

    void give(Expression value) {
        if (yielding.isEmpty()) {
            return;
        }
        Yielding target = yielding.getLast();
        context.expressions().lowerInto(target.result(), target.type(), value);
        context.control().leaveTo(target.after());
        context.graph().stop();
    }

    /** @param exhaustive a value must come out, so the last entry is taken when nothing else matches */
    private void lower(Expression selector, NodeList<SwitchEntry> entries, int after, boolean exhaustive) {
        Value tested = context.expressions().lower(selector);
        if (!(tested.expression() instanceof Constant) && !(tested.expression() instanceof Read(Cell ignored))) {
            tested = context.spill(tested, selector);
        }
        int[] bodies = entries.stream().mapToInt(entry -> context.graph().newBlock()).toArray();
        Value held = tested;
        context.inScope(
                context.range(selector),
                scope -> {
                    dispatch(held, entries, bodies, after, exhaustive);
                    for (int i = 0; i < bodies.length; i++) {
                        context.graph().jump(bodies[i]);
                        context.statements().selectIfReached(bodies[i]);
                        body(entries.get(i), after, exhaustive);
                    }
                    return scope;
                });
    }

    private void dispatch(Value tested, NodeList<SwitchEntry> entries, int[] bodies, int after, boolean exhaustive) {
        int fallback = after;
        for (int i = 0; i < bodies.length; i++) {
            SwitchEntry entry = entries.get(i);
            boolean isDefault = entry.isDefault() || entry.getLabels().isEmpty();
            if (isDefault || (exhaustive && i == bodies.length - 1 && fallback == after)) {
                fallback = bodies[i];
            }
        }
        for (int i = 0; i < bodies.length; i++) {
            for (Expression label : entries.get(i).getLabels()) {
                int next = context.graph().newBlock();
                int matched = entries.get(i).getGuard().isPresent() ? context.graph().newBlock() : bodies[i];
                testLabel(tested, label, matched, next);
                if (matched != bodies[i]) {
                    context.graph().select(matched);
                    context.conditions().branch(entries.get(i).getGuard().get(), bodies[i], next);
                }
                context.graph().select(next);
            }
        }
        context.graph().jump(fallback);
    }

    private void testLabel(Value tested, Expression label, int matched, int next) {
        if (label instanceof PatternExpr pattern) {
            context.conditions().match(tested, pattern, label, matched, next);
            return;
        }
        io.github.ipclint.ir.Expression constant = constant(tested.type(), label);
        Binary equal = new Binary(BinaryOperator.EQUAL, tested.expression(), constant);
        context.conditions().test(equal, context.range(label), matched, next);
    }

    /** A label; the constants of the selector's enum are named without their type. */
    private io.github.ipclint.ir.Expression constant(JavaType tested, Expression label) {
        if (label instanceof NameExpr name) {
            FieldInfo field = context.unit().classes().field(tested, name.getNameAsString());
            if (field != null && field.isEnumConstant()) {
                return new NamedConstant(field.owner() + "." + field.name());
            }
        }
        return context.expressions().lower(label).expression();
    }

    private void body(SwitchEntry entry, int after, boolean isExpression) {
        switch (entry.getType()) {
            case STATEMENT_GROUP -> context.statements().lowerAll(entry.getStatements());
            case EXPRESSION -> {
                if (isExpression && singleExpression(entry) instanceof Expression value && context.graph().isReachable()) {
                    give(value);
                } else {
                    context.statements().lowerAll(entry.getStatements());
                }
                // The body after an arrow does not fall through.
                context.graph().jump(after);
            }
            case BLOCK, THROWS_STATEMENT -> {
                context.statements().lowerAll(entry.getStatements());
                // The body after an arrow does not fall through.
                context.graph().jump(after);
            }
        }
    }

    private static @Nullable Expression singleExpression(SwitchEntry entry) {
        return entry.getStatements().size() == 1 && entry.getStatement(0) instanceof ExpressionStmt statement
                ? statement.getExpression()
                : null;
    }
}
