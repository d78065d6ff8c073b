package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.ipclint.frontend.java.Scope.Local;
import io.github.ipclint.ir.Expression.Constant;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Expression.Unknown;
import io.github.ipclint.ir.Instruction.Assume;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.SourceRange;

/** Lowers conditions to branches: one edge per outcome, each with what it assumes. */
final class ConditionLowering {
    private final FunctionContext context;

    ConditionLowering(FunctionContext context) {
        this.context = context;
    }

    /** Leaves the current block for one of two. */
    void branch(Expression condition, int whenTrue, int whenFalse) {
        GraphBuilder graph = context.graph();
        switch (condition) {
            case EnclosedExpr enclosed -> branch(enclosed.getInner(), whenTrue, whenFalse);
            case UnaryExpr not when not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT ->
                    branch(not.getExpression(), whenFalse, whenTrue);
            case BinaryExpr both when both.getOperator() == BinaryExpr.Operator.AND -> {
                int second = graph.newBlock();
                branch(both.getLeft(), second, whenFalse);
                graph.select(second);
                branch(both.getRight(), whenTrue, whenFalse);
            }
            case BinaryExpr either when either.getOperator() == BinaryExpr.Operator.OR -> {
                int second = graph.newBlock();
                branch(either.getLeft(), whenTrue, second);
                graph.select(second);
                branch(either.getRight(), whenTrue, whenFalse);
            }
            case ConditionalExpr choice when !context.sideEffects().isPlain(choice) -> {
                int first = graph.newBlock();
                int second = graph.newBlock();
                branch(choice.getCondition(), first, second);
                graph.select(first);
                branch(choice.getThenExpr(), whenTrue, whenFalse);
                graph.select(second);
                branch(choice.getElseExpr(), whenTrue, whenFalse);
            }
            case InstanceOfExpr test when test.getPattern().isPresent() -> {
                Value tested = context.expressions().lower(test.getExpression());
                match(tested, test.getPattern().get(), test, whenTrue, whenFalse);
            }
            default -> test(context.expressions().lower(condition).expression(), context.range(condition), whenTrue, whenFalse);
        }
    }

    /** Branches on a lowered condition; a constant one goes only one way. */
    void test(io.github.ipclint.ir.Expression condition, SourceRange at, int whenTrue, int whenFalse) {
        GraphBuilder graph = context.graph();
        if (condition instanceof Constant(long truth)) {
            graph.jump(truth != 0 ? whenTrue : whenFalse);
            return;
        }
        int first = graph.newBlock();
        int second = graph.newBlock();
        graph.branch(first, second);
        graph.select(first);
        graph.add(new Assume(condition, true, at));
        graph.jump(whenTrue);
        graph.select(second);
        graph.add(new Assume(condition, false, at));
        graph.jump(whenFalse);
    }

    /** Branches on whether the value matches the pattern and binds its variables where it does. */
    void match(Value value, PatternExpr pattern, Node source, int whenTrue, int whenFalse) {
        int matched = context.graph().newBlock();
        test(new Unknown(context.unit().text().quote(source)), context.range(source), matched, whenFalse);
        context.graph().select(matched);
        bind(value, pattern);
        context.graph().jump(whenTrue);
    }

    private void bind(Value value, PatternExpr pattern) {
        switch (pattern) {
            case TypePatternExpr named -> {
                JavaType type = TypeNames.isInferred(named.getType()) ? value.type() : context.scope().convert(named.getType());
                Local local = context.declare(named.getNameAsString(), type, named);
                context.assign(new Cell(local.variable()), value.expression(), context.range(named));
            }
            case RecordPatternExpr record -> {
                JavaType type = context.scope().convert(record.getType());
                int index = 0;
                for (var component : record.getPatternList()) {
                    Place place = new Place.Field(new Place.Dereference(value.expression()), componentName(type, index++));
                    if (component instanceof PatternExpr inner) {
                        bind(new Value(new Read(place), JavaType.UNKNOWN), inner);
                    }
                }
            }
            default -> {}
        }
    }

    private String componentName(JavaType type, int index) {
        return context.unit().classes().find(type.name()) instanceof SourceClass declared
                && declared.declaration() instanceof com.github.javaparser.ast.body.RecordDeclaration record
                && index < record.getParameters().size()
                        ? record.getParameter(index).getNameAsString()
                        : "component" + index;
    }

    /** A condition whose truth is a value. */
    Value value(Expression condition) {
        GraphBuilder graph = context.graph();
        SourceRange at = context.range(condition);
        Place result = context.temporary(context.unit().text().quote(condition), JavaType.BOOLEAN, at);
        int whenTrue = graph.newBlock();
        int whenFalse = graph.newBlock();
        int after = graph.newBlock();
        branch(condition, whenTrue, whenFalse);
        graph.select(whenTrue);
        context.assign(result, new Constant(1), at);
        graph.jump(after);
        graph.select(whenFalse);
        context.assign(result, new Constant(0), at);
        graph.jump(after);
        graph.select(after);
        return new Value(new Read(result), JavaType.BOOLEAN);
    }
}
