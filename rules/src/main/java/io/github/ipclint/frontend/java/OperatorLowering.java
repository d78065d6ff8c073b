package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.ipclint.ir.Expression.Constant;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Expression.Unknown;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers assignments, increments and operators. */
final class OperatorLowering {
    private final FunctionContext context;

    OperatorLowering(FunctionContext context) {
        this.context = context;
    }

    Value binary(BinaryExpr binary) {
        Value left = context.expressions().lower(binary.getLeft());
        left = context.expressions().guarded(left, binary.getLeft(), List.of(binary.getRight()));
        Value right = context.expressions().lower(binary.getRight());
        return Folding.binary(binary.getOperator(), left, right);
    }

    Value assign(AssignExpr assignment) {
        SourceRange at = context.range(assignment);
        Value target = context.expressions().place(assignment.getTarget());
        if (target == null || !(target.expression() instanceof Read(Place place))) {
            context.expressions().lower(assignment.getValue());
            return new Value(new Unknown(context.unit().text().quote(assignment)), JavaType.UNKNOWN);
        }
        place = settled(place, assignment);
        BinaryExpr.Operator operator = operator(assignment.getOperator());
        if (operator == null) {
            JavaType found = context.expressions().lowerInto(place, target.type(), assignment.getValue());
            return new Value(new Read(place), target.type().isKnown() ? target.type() : found);
        }
        Value before = context.expressions().guarded(target, assignment.getTarget(), List.of(assignment.getValue()));
        Value after = Folding.binary(operator, before, context.expressions().lower(assignment.getValue()));
        context.assign(place, Folding.convert(after, target.type()), at);
        return new Value(new Read(place), target.type());
    }

    /** The element that was meant before the right side changed the index. */
    private Place settled(Place place, AssignExpr assignment) {
        if (place instanceof Place.Element(Place base, var index)
                && assignment.getTarget() instanceof ArrayAccessExpr access
                && context.sideEffects().assigns(assignment.getValue())) {
            Value copy = context.spill(new Value(index, JavaType.INT), access.getIndex());
            return new Place.Element(base, copy.expression());
        }
        return place;
    }

    private static BinaryExpr.@Nullable Operator operator(AssignExpr.Operator operator) {
        return operator.toBinaryOperator().orElse(null);
    }

    /** @param used whether the value matters; a statement {@code i++} needs no copy */
    Value unary(UnaryExpr unary, boolean used) {
        Expression operand = unary.getExpression();
        if (!SideEffects.isIncrement(unary)) {
            return Folding.unary(unary.getOperator(), context.expressions().lower(operand));
        }
        Value target = context.expressions().place(operand);
        if (target == null || !(target.expression() instanceof Read(Place place))) {
            return new Value(new Unknown(context.unit().text().quote(unary)), JavaType.INT);
        }
        Value before = used && unary.isPostfix() ? context.spill(target, unary) : target;
        BinaryExpr.Operator operator =
                switch (unary.getOperator()) {
                    case PREFIX_INCREMENT, POSTFIX_INCREMENT -> BinaryExpr.Operator.PLUS;
                    default -> BinaryExpr.Operator.MINUS;
                };
        Value after = Folding.binary(operator, target, new Value(new Constant(1), JavaType.INT));
        context.assign(place, after.expression(), context.range(unary));
        return unary.isPostfix() ? before : new Value(new Read(place), target.type());
    }
}
