package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.IdentityHashMap;

/** Which expressions change something or need control flow when they are lowered. Remembers what it found. */
final class SideEffects {
    private final IdentityHashMap<Node, Boolean> assigning = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Boolean> plain = new IdentityHashMap<>();

    /** Whether the expression assigns to a variable. */
    boolean assigns(Node node) {
        Boolean known = assigning.get(node);
        if (known == null) {
            known = switch (node) {
                case AssignExpr ignored -> true;
                case LambdaExpr ignored -> false;
                case BodyDeclaration<?> ignored -> false;
                case UnaryExpr unary when isIncrement(unary) -> true;
                default -> node.getChildNodes().stream().anyMatch(this::assigns);
            };
            assigning.put(node, known);
        }
        return known;
    }

    /** Whether the expression lowers to one IR expression without an instruction of its own. */
    boolean isPlain(Node node) {
        Boolean known = plain.get(node);
        if (known == null) {
            known = switch (node) {
                case AssignExpr _,MethodCallExpr _,ObjectCreationExpr _,ArrayCreationExpr _,SwitchExpr _ -> false;
                case LambdaExpr _,MethodReferenceExpr _ -> false;
                case InstanceOfExpr test -> test.getPattern().isEmpty() && isPlain(test.getExpression());
                case UnaryExpr unary when isIncrement(unary) -> false;
                case BinaryExpr binary when isShortCircuit(binary) -> false;
                default -> node.getChildNodes().stream().allMatch(this::isPlain);
            };
            plain.put(node, known);
        }
        return known;
    }

    static boolean isShortCircuit(BinaryExpr binary) {
        return binary.getOperator() == BinaryExpr.Operator.AND || binary.getOperator() == BinaryExpr.Operator.OR;
    }

    static boolean isIncrement(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            case PLUS, MINUS, LOGICAL_COMPLEMENT, BITWISE_COMPLEMENT -> false;
        };
    }
}
