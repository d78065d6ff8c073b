package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.ipclint.frontend.java.ClassInfo.FieldInfo;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.Constant;
import io.github.ipclint.ir.Expression.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of constant variables (JLS 4.12.4): static final fields of a primitive type or String whose initialiser folds. */
final class Constants {
    private final ClassTable classes;
    private final Map<String, Optional<Value>> known = new HashMap<>();

    Constants(ClassTable classes) {
        this.classes = classes;
    }

    /** The constant that the field holds, null when it is none. */
    @Nullable Expression of(SourceClass declaring, String field) {
        Value value = valueOf(declaring, field);
        return value == null ? null : value.expression();
    }

    /** Adds the integer constants of a class and its member classes by qualified name. */
    void addAll(SourceClass type, Map<String, Long> values) {
        for (BodyDeclaration<?> member : type.members()) {
            if (member instanceof FieldDeclaration declaration) {
                for (VariableDeclarator variable : declaration.getVariables()) {
                    if (of(type, variable.getNameAsString()) instanceof Constant(long value)) {
                        values.put(type.name() + "." + variable.getNameAsString(), value);
                    }
                }
            }
        }
        type.memberClasses().forEach(inner -> addAll(inner, values));
    }

    private @Nullable Value valueOf(SourceClass declaring, String field) {
        String key = declaring.name() + "." + field;
        Optional<Value> found = known.get(key);
        if (found == null) {
            // Stands for a constant that is defined by itself.
            known.put(key, Optional.empty());
            found = Optional.ofNullable(evaluateField(declaring, field));
            known.put(key, found);
        }
        return found.orElse(null);
    }

    private @Nullable Value evaluateField(SourceClass declaring, String field) {
        for (BodyDeclaration<?> member : declaring.members()) {
            if (member instanceof FieldDeclaration declaration
                    && (declaring.isInterface() || declaration.isStatic() && declaration.isFinal())) {
                for (VariableDeclarator variable : declaration.getVariables()) {
                    if (variable.getNameAsString().equals(field)) {
                        FieldInfo info = declaring.field(field);
                        JavaType type = info == null ? JavaType.UNKNOWN : info.type();
                        Value value = variable.getInitializer().map(initializer -> evaluate(initializer, declaring)).orElse(null);
                        return value == null || !(type.isPrimitive() || type.isString())
                                ? null
                                : new Value(Folding.convert(value, type), type);
                    }
                }
            }
        }
        return null;
    }

    private @Nullable Value evaluate(com.github.javaparser.ast.expr.Expression expression, SourceClass inside) {
        return switch (expression) {
            case IntegerLiteralExpr literal -> Folding.literal(literal);
            case LongLiteralExpr literal -> Folding.literal(literal);
            case CharLiteralExpr literal -> Folding.literal(literal);
            case BooleanLiteralExpr literal -> Folding.literal(literal);
            case StringLiteralExpr literal -> Folding.literal(literal);
            case TextBlockLiteralExpr literal -> Folding.literal(literal);
            case EnclosedExpr enclosed -> evaluate(enclosed.getInner(), inside);
            case CastExpr cast -> {
                Value inner = evaluate(cast.getExpression(), inside);
                JavaType type = inside.names().convert(cast.getType(), inside, name -> null);
                yield inner == null ? null : new Value(Folding.convert(inner, type), type);
            }
            case UnaryExpr unary when !SideEffects.isIncrement(unary) -> {
                Value inner = evaluate(unary.getExpression(), inside);
                yield inner == null ? null : folded(Folding.unary(unary.getOperator(), inner));
            }
            case BinaryExpr binary when !SideEffects.isShortCircuit(binary) -> {
                Value left = evaluate(binary.getLeft(), inside);
                Value right = left == null ? null : evaluate(binary.getRight(), inside);
                yield left == null || right == null ? null : folded(Folding.binary(binary.getOperator(), left, right));
            }
            case NameExpr name -> ofName(inside, name.getNameAsString());
            case FieldAccessExpr access -> {
                String type = inside.names().lookUp(access.getScope().toString(), inside);
                yield type != null && classes.find(type) instanceof SourceClass declaring
                        ? valueOf(declaring, access.getNameAsString())
                        : null;
            }
            default -> null;
        };
    }

    private @Nullable Value ofName(SourceClass inside, String name) {
        for (SourceClass at = inside; at != null; at = at.outer()) {
            FieldInfo field = classes.field(JavaType.of(at.name()), name);
            if (field != null) {
                return classes.find(field.owner()) instanceof SourceClass declaring ? valueOf(declaring, name) : null;
            }
        }
        return null;
    }

    private static @Nullable Value folded(Value value) {
        return value.expression() instanceof Constant || value.expression() instanceof Text ? value : null;
    }
}
