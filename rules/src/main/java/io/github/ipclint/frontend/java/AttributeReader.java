package io.github.ipclint.frontend.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.ipclint.ir.Expression.Binary;
import io.github.ipclint.ir.Expression.Conditional;
import io.github.ipclint.ir.Expression.NamedConstant;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Expression.Unknown;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.Place.Dereference;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Argument;
import io.github.ipclint.ir.TranslationUnit.Attribute;
import io.github.ipclint.ir.Variable;
import java.util.List;
import java.util.Map;

/**
 * Reads the text of an {@code @Ipc} annotation: attributes of the model vocabulary, separated by commas, over the parameters, {@code
 * this} and {@code result}. {@code p.f} is the field of the object that {@code p} refers to.
 */
final class AttributeReader {
    private static final JavaParser PARSER = SourceIndex.parser();

    private final Map<String, Variable> slots;
    private final SourceRange at;

    /** @param slots the variables that names in the text mean */
    AttributeReader(Map<String, Variable> slots, SourceRange at) {
        this.slots = slots;
        this.at = at;
    }

    /** The attributes; text that cannot be parsed is one attribute, which no reader of models knows. */
    List<Attribute> read(String text) {
        synchronized (PARSER) {
            return PARSER.parseExpression("ipc(" + text + ")")
                    .getResult()
                    .filter(MethodCallExpr.class::isInstance)
                    .map(call -> ((MethodCallExpr) call).getArguments().stream().map(this::attribute).toList())
                    .orElseGet(() -> List.of(new Attribute(text, List.of(), at)));
        }
    }

    private Attribute attribute(Expression expression) {
        if (expression instanceof MethodCallExpr call && call.getScope().isEmpty()) {
            return new Attribute(call.getNameAsString(), call.getArguments().stream().map(this::argument).toList(), at);
        }
        return new Attribute(expression.toString(), List.of(), at);
    }

    private Argument argument(Expression expression) {
        return expression instanceof MethodCallExpr call && call.getScope().isEmpty()
                ? new Argument(null, attribute(call))
                : new Argument(convert(expression), null);
    }

    private io.github.ipclint.ir.Expression convert(Expression expression) {
        return switch (expression) {
            case EnclosedExpr enclosed -> convert(enclosed.getInner());
            case NameExpr name -> named(name.getNameAsString());
            case ThisExpr ignored -> named("this");
            case NullLiteralExpr ignored -> new NamedConstant("null");
            case LiteralExpr literal -> Folding.literal(literal).expression();
            case FieldAccessExpr access -> {
                boolean constant = convert(access.getScope()) instanceof NamedConstant;
                yield constant
                        ? new NamedConstant(access.toString())
                        : new Read(new Place.Field(new Dereference(convert(access.getScope())), access.getNameAsString()));
            }
            case ArrayAccessExpr access ->
                    new Read(new Place.Element(new Dereference(convert(access.getName())), convert(access.getIndex())));
            case UnaryExpr unary when !SideEffects.isIncrement(unary) ->
                    Folding.unary(unary.getOperator(), new Value(convert(unary.getExpression()), JavaType.UNKNOWN)).expression();
            case BinaryExpr binary ->
                    new Binary(Folding.operator(binary.getOperator()), convert(binary.getLeft()), convert(binary.getRight()));
            case ConditionalExpr choice ->
                    new Conditional(convert(choice.getCondition()), convert(choice.getThenExpr()), convert(choice.getElseExpr()));
            default -> new Unknown(expression.toString());
        };
    }

    private io.github.ipclint.ir.Expression named(String name) {
        Variable variable = slots.get(name);
        return variable != null ? new Read(new Cell(variable)) : new NamedConstant(name);
    }
}
