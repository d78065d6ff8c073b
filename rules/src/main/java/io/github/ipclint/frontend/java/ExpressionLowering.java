package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import io.github.ipclint.frontend.java.NameLowering.Meaning;
import io.github.ipclint.ir.Expression.Conditional;
import io.github.ipclint.ir.Expression.Constant;
import io.github.ipclint.ir.Expression.Floating;
import io.github.ipclint.ir.Expression.FunctionReference;
import io.github.ipclint.ir.Expression.NamedConstant;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Expression.Unknown;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Place.Dereference;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers expressions: what they do becomes instructions, what they are becomes an IR expression without side effects. */
final class ExpressionLowering {
    private static final io.github.ipclint.ir.Expression NULL = new NamedConstant("null");

    private final FunctionContext context;

    ExpressionLowering(FunctionContext context) {
        this.context = context;
    }

    Value lower(Expression expression) {
        return lower(expression, JavaType.UNKNOWN);
    }

    /** @param expected type of the context, which gives lambdas and initialisers their meaning */
    Value lower(Expression expression, JavaType expected) {
        return context.lambdas().adapt(plain(expression, expected), expected, expression);
    }

    private Value plain(Expression expression, JavaType expected) {
        return switch (expression) {
            case NullLiteralExpr ignored -> new Value(NULL, JavaType.UNKNOWN);
            case DoubleLiteralExpr literal -> new Value(floating(literal), JavaType.of("double"));
            case LiteralExpr literal -> Folding.literal(literal);
            case NameExpr name -> context.names().value(name);
            case FieldAccessExpr access -> field(access);
            case ThisExpr self -> context.names().self(self);
            case SuperExpr ignored -> context.names().self(new ThisExpr());
            case EnclosedExpr enclosed -> lower(enclosed.getInner(), expected);
            case ArrayAccessExpr access -> element(access);
            case MethodCallExpr call -> context.calls().lower(call, null, ResultUse.USED, expected);
            case ObjectCreationExpr creation -> context.creations().object(creation, null, ResultUse.USED, expected);
            case ArrayCreationExpr creation -> context.creations().array(creation);
            case ArrayInitializerExpr initializer -> context.creations().arrayOf(initializer, expected);
            case AssignExpr assignment -> context.operators().assign(assignment);
            case UnaryExpr unary -> context.operators().unary(unary, true);
            case BinaryExpr binary when SideEffects.isShortCircuit(binary) -> context.conditions().value(binary);
            case BinaryExpr binary -> context.operators().binary(binary);
            case ConditionalExpr conditional -> conditional(conditional, expected);
            case InstanceOfExpr test when test.getPattern().isPresent() -> context.conditions().value(test);
            case InstanceOfExpr test -> {
                lower(test.getExpression());
                yield new Value(unknown(test), JavaType.BOOLEAN);
            }
            case CastExpr cast -> cast(cast);
            case LambdaExpr lambda -> context.lambdas().lambda(lambda, expected);
            case MethodReferenceExpr reference -> context.lambdas().reference(reference, expected);
            case SwitchExpr choice -> context.statements().switches().value(choice, expected);
            case ClassExpr literal ->
                    new Value(unknown(literal), new JavaType("java.lang.Class", List.of(context.scope().convert(literal.getType())), 0));
            default -> new Value(unknown(expression), JavaType.UNKNOWN);
        };
    }

    private io.github.ipclint.ir.Expression unknown(Expression expression) {
        return new Unknown(context.unit().text().quote(expression));
    }

    private static io.github.ipclint.ir.Expression floating(DoubleLiteralExpr literal) {
        try {
            return new Floating(literal.asDouble());
        } catch (NumberFormatException malformed) {
            return new Unknown(literal.getValue());
        }
    }

    private Value field(FieldAccessExpr access) {
        Meaning meaning = context.names().qualified(access);
        return meaning == null ? new Value(unknown(access), JavaType.UNKNOWN) : NameLowering.value(meaning);
    }

    private Value element(ArrayAccessExpr access) {
        Value array = lower(access.getName());
        if (context.sideEffects().assigns(access.getIndex())) {
            array = context.spill(array, access.getName());
        }
        Value index = lower(access.getIndex());
        Place place = new Place.Element(new Dereference(array.expression()), index.expression());
        return new Value(new Read(place), array.type().element());
    }

    private Value cast(CastExpr cast) {
        JavaType type = context.scope().convert(cast.getType());
        Value operand = lower(cast.getExpression(), type);
        return new Value(Folding.convert(operand, type), type);
    }

    private Value conditional(ConditionalExpr conditional, JavaType expected) {
        if (context.sideEffects().isPlain(conditional)) {
            Value condition = lower(conditional.getCondition());
            Value whenTrue = lower(conditional.getThenExpr(), expected);
            Value whenFalse = lower(conditional.getElseExpr(), expected);
            if (condition.expression() instanceof Constant(long truth)) {
                return truth != 0 ? whenTrue : whenFalse;
            }
            return new Value(
                    new Conditional(condition.expression(), whenTrue.expression(), whenFalse.expression()),
                    common(whenTrue.type(), whenFalse.type()));
        }
        SourceRange at = context.range(conditional);
        JavaType type = expected.isKnown() ? expected : guess(conditional);
        Place result = context.temporary(context.unit().text().quote(conditional), type, at);
        JavaType found = conditionalInto(result, type, conditional);
        return new Value(new Read(result), type.isKnown() ? type : found);
    }

    /** A type for the temporary before either arm is lowered. */
    private static JavaType guess(ConditionalExpr conditional) {
        return conditional.getThenExpr().isStringLiteralExpr() || conditional.getElseExpr().isStringLiteralExpr()
                ? JavaType.STRING
                : JavaType.UNKNOWN;
    }

    private JavaType conditionalInto(Place target, JavaType type, ConditionalExpr conditional) {
        GraphBuilder graph = context.graph();
        int whenTrue = graph.newBlock();
        int whenFalse = graph.newBlock();
        int after = graph.newBlock();
        context.conditions().branch(conditional.getCondition(), whenTrue, whenFalse);
        graph.select(whenTrue);
        JavaType first = lowerInto(target, type, conditional.getThenExpr());
        graph.jump(after);
        graph.select(whenFalse);
        JavaType second = lowerInto(target, type, conditional.getElseExpr());
        graph.jump(after);
        graph.select(after);
        return common(first, second);
    }

    static JavaType common(JavaType first, JavaType second) {
        if (!first.isKnown() || first.equals(second)) {
            return second;
        }
        return first.isPrimitive() && second.isPrimitive() && !first.equals(JavaType.BOOLEAN)
                ? Folding.type(io.github.ipclint.ir.Expression.BinaryOperator.MULTIPLY, first, second)
                : first;
    }

    /** Lowers to an assignment; a call or a new object puts its result there itself. Gives the static type of the value. */
    JavaType lowerInto(Place target, JavaType type, Expression expression) {
        boolean adapts = context.lambdas().isPlatformFunction(type);
        return switch (expression) {
            case EnclosedExpr enclosed -> lowerInto(target, type, enclosed.getInner());
            case CastExpr cast when !adapts && !cast.getType().isPrimitiveType() && type.isReference() -> {
                JavaType wanted = context.scope().convert(cast.getType());
                lowerInto(target, wanted, cast.getExpression());
                yield wanted;
            }
            case MethodCallExpr call when !adapts -> context.calls().lower(call, target, ResultUse.USED, type).type();
            case ObjectCreationExpr creation when !adapts -> context.creations().object(creation, target, ResultUse.USED, type).type();
            case ConditionalExpr conditional when !context.sideEffects().isPlain(conditional) ->
                    conditionalInto(target, type, conditional);
            default -> {
                Value value = lower(expression, type);
                context.assign(target, Folding.convert(value, type), context.range(expression));
                yield value.type();
            }
        };
    }

    /** Operands from left to right; an earlier one that a later one may change is copied first. */
    List<Value> lowerAll(List<Expression> expressions) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            Value value = lower(expressions.get(i));
            values.add(guarded(value, expressions.get(i), expressions.subList(i + 1, expressions.size())));
        }
        return values;
    }

    /** The value, copied when evaluating what follows may change it. */
    Value guarded(Value value, Expression source, List<Expression> following) {
        boolean fixed = value.expression() instanceof Constant || value.expression() instanceof FunctionReference;
        return !fixed && following.stream().anyMatch(context.sideEffects()::assigns) ? context.spill(value, source) : value;
    }

    /** An expression statement. */
    void effects(Expression expression) {
        switch (expression) {
            case EnclosedExpr enclosed -> effects(enclosed.getInner());
            case MethodCallExpr call -> context.calls().lower(call, null, ResultUse.DISCARDED, JavaType.UNKNOWN);
            case ObjectCreationExpr creation ->
                    context.creations().object(creation, null, ResultUse.DISCARDED, JavaType.UNKNOWN);
            case UnaryExpr unary -> context.operators().unary(unary, false);
            case VariableDeclarationExpr declaration -> context.statements().declare(declaration);
            default -> lower(expression);
        }
    }

    /** The place that an assignment writes; null when the target is no variable. */
    @Nullable Value place(Expression target) {
        Value value =
                switch (target) {
                    case EnclosedExpr enclosed -> place(enclosed.getInner());
                    case NameExpr name -> context.names().value(name);
                    case FieldAccessExpr access -> field(access);
                    case ArrayAccessExpr access -> element(access);
                    default -> null;
                };
        return value != null && value.expression() instanceof Read ? value : null;
    }
}
