package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Expression.Constant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A constant expression of tokens: the condition of a directive, or the body of a macro. Null is a value that is not known. */
final class DirectiveExpression {
    /** Operators by precedence, weakest first. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"), List.of("&&"), List.of("|"), List.of("^"), List.of("&"), List.of("==", "!="), List.of("<", "<=", ">", ">="),
            List.of("<<", ">>"), List.of("+", "-"), List.of("*", "/", "%"));

    private final List<Token> tokens;
    private final Function<String, @Nullable Long> values;
    private final Function<String, @Nullable Boolean> definitions;
    private final Map<String, Boolean> assumptions = new HashMap<>();
    private int at;
    private boolean negated;
    private boolean malformed;

    DirectiveExpression(List<Token> tokens, Function<String, @Nullable Long> values, Function<String, @Nullable Boolean> definitions) {
        this.tokens = tokens;
        this.values = values;
        this.definitions = definitions;
    }

    @Nullable Long value() {
        if (tokens.isEmpty()) {
            return null;
        }
        Long value = conditional();
        return malformed || at < tokens.size() ? null : value;
    }

    /** What names must be, defined or not, for the expression to hold. */
    Map<String, Boolean> assumptions() {
        return assumptions;
    }

    private boolean accept(String symbol) {
        if (at < tokens.size() && tokens.get(at).is(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    private @Nullable Long conditional() {
        Long condition = binary(0);
        if (!accept("?")) {
            return condition;
        }
        Long whenTrue = conditional();
        malformed |= !accept(":");
        Long whenFalse = conditional();
        return condition == null ? null : condition != 0 ? whenTrue : whenFalse;
    }

    private @Nullable Long binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Long left = binary(level + 1);
        while (at < tokens.size() && LEVELS.get(level).contains(tokens.get(at).text())) {
            String operator = tokens.get(at++).text();
            Long right = binary(level + 1);
            left = apply(operator, left, right);
        }
        return left;
    }

    private static @Nullable Long apply(String operator, @Nullable Long left, @Nullable Long right) {
        boolean and = operator.equals("&&");
        if (and || operator.equals("||")) {
            // One side may decide alone: what is not known does not matter then.
            long decisive = and ? 0 : 1;
            if (isTruth(left, decisive) || isTruth(right, decisive)) {
                return decisive;
            }
            return left == null || right == null ? null : Long.valueOf(1 - decisive);
        }
        BinaryOperator known = ExpressionLowering.operator(operator);
        if (left == null || right == null || known == null) {
            return null;
        }
        return Folding.binary(known, new Constant(left), new Constant(right)) instanceof Constant(long value) ? value : null;
    }

    private static boolean isTruth(@Nullable Long value, long truth) {
        return value != null && (value != 0) == (truth != 0);
    }

    private @Nullable Long unary() {
        if (accept("!")) {
            negated = !negated;
            Long operand = unary();
            negated = !negated;
            return operand == null ? null : operand == 0 ? 1L : 0L;
        }
        if (accept("-")) {
            Long operand = unary();
            return operand == null ? null : Long.valueOf(-operand);
        }
        if (accept("~")) {
            Long operand = unary();
            return operand == null ? null : Long.valueOf(~operand);
        }
        accept("+");
        return primary();
    }

    private @Nullable Long primary() {
        if (accept("(")) {
            Long value = conditional();
            malformed |= !accept(")");
            return value;
        }
        if (at >= tokens.size()) {
            malformed = true;
            return null;
        }
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case NUMBER -> {
                OptionalLong number = Literals.integer(token.text());
                yield number.isPresent() ? Long.valueOf(number.getAsLong()) : null;
            }
            case TEXT -> {
                malformed |= !token.text().startsWith("'");
                yield malformed ? null : Long.valueOf(Literals.character(token.text()));
            }
            case NAME -> token.text().equals("defined") ? defined() : named(token.text());
            case PUNCTUATION -> {
                malformed = true;
                yield null;
            }
        };
    }

    private @Nullable Long defined() {
        boolean parenthesis = accept("(");
        if (at >= tokens.size() || !tokens.get(at).isName()) {
            malformed = true;
            return null;
        }
        String name = tokens.get(at++).text();
        if (parenthesis) {
            accept(")");
        }
        Boolean defined = definitions.apply(name);
        if (defined == null) {
            assumptions.put(name, !negated);
            return null;
        }
        return defined ? 1L : 0L;
    }

    private @Nullable Long named(String name) {
        if (at < tokens.size() && tokens.get(at).is("(")) {
            skipArguments();
            return name.startsWith("__has_") ? Long.valueOf(0) : null;
        }
        Long value = values.apply(name);
        if (value == null && !negated) {
            assumptions.put(name, true);
        }
        return value;
    }

    /** {@code __GNUC_PREREQ(4, 2)}: a question to the compiler. */
    private void skipArguments() {
        int depth = 0;
        do {
            depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            at++;
        } while (at < tokens.size() && depth > 0);
    }
}
