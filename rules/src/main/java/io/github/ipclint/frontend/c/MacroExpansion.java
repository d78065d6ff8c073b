package io.github.ipclint.frontend.c;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces macros in a list of tokens (C23 6.10.5), after the algorithm of D. Prosser: a token carries the macros it came from. */
final class MacroExpansion {
    /** An expansion that grows beyond this is given up, so that no input can fill the memory. */
    private static final int MOST_TOKENS = 100_000;

    /** A token and the macros that may not be replaced in it any more. */
    private record Hidden(Token token, Set<String> hidden) {}

    private final MacroTable macros;

    MacroExpansion(MacroTable macros) {
        this.macros = macros;
    }

    /** The tokens with all macros replaced; null where that does not come to an end. */
    @Nullable List<Token> expand(List<Token> tokens) {
        List<Hidden> expanded = expandHidden(tokens.stream().map(token -> new Hidden(token, Set.of())).toList());
        return expanded == null ? null : expanded.stream().map(Hidden::token).toList();
    }

    private @Nullable List<Hidden> expandHidden(List<Hidden> tokens) {
        Deque<Hidden> input = new ArrayDeque<>(tokens);
        List<Hidden> output = new ArrayList<>();
        int steps = 0;
        while (!input.isEmpty()) {
            Hidden next = input.pop();
            Macro macro = next.token().isName() && !next.hidden().contains(next.token().text()) ? macros.get(next.token().text()) : null;
            List<Hidden> replacement = macro == null ? null : replace(macro, next, input);
            if (replacement == null) {
                output.add(next);
            } else {
                steps += replacement.size() + 1;
                replacement.reversed().forEach(input::push);
            }
            if (steps > MOST_TOKENS) {
                return null;
            }
        }
        return output;
    }

    /** What stands in place of a use, whose arguments are taken from the input; null where it is none. */
    private @Nullable List<Hidden> replace(Macro macro, Hidden name, Deque<Hidden> input) {
        List<List<Hidden>> arguments = List.of();
        if (macro.takesArguments()) {
            if (input.isEmpty() || !input.element().token().is("(")) {
                return null;
            }
            arguments = arguments(macro, input);
            if (arguments == null) {
                return null;
            }
        }
        Set<String> hidden = new HashSet<>(name.hidden());
        hidden.add(macro.name());
        List<Hidden> result = builtIn(macro, arguments, hidden);
        if (result == null) {
            result = substitute(macro, arguments, hidden);
        }
        if (result != null && !result.isEmpty()) {
            result.set(0, new Hidden(result.getFirst().token().spaced(name.token().space()), result.getFirst().hidden()));
        }
        return result;
    }

    /** Takes the arguments off the input; null, and nothing taken, where the parentheses don't close. */
    private static @Nullable List<List<Hidden>> arguments(Macro macro, Deque<Hidden> input) {
        List<List<Hidden>> arguments = new ArrayList<>();
        List<Hidden> current = new ArrayList<>();
        int named = macro.parameters() == null ? 0 : macro.parameters().size() - (macro.variadic() ? 1 : 0);
        int depth = 0;
        int taken = 0;
        for (Hidden token : input) {
            taken++;
            boolean separator = depth == 1 && token.token().is(",") && !(macro.variadic() && arguments.size() == named);
            if (token.token().is("(") && depth++ == 0) {
                continue;
            }
            if (token.token().is(")") && --depth == 0) {
                arguments.add(current);
                drop(input, taken);
                return arguments;
            }
            if (separator) {
                arguments.add(current);
                current = new ArrayList<>();
            } else {
                current.add(token);
            }
        }
        return null;
    }

    private static void drop(Deque<Hidden> input, int count) {
        for (int i = 0; i < count; i++) {
            input.pop();
        }
    }

    private static @Nullable List<Hidden> builtIn(Macro macro, List<List<Hidden>> arguments, Set<String> hidden) {
        List<List<Token>> tokens = arguments.stream().map(argument -> argument.stream().map(Hidden::token).toList()).toList();
        List<Token> replacement = BuiltInMacros.replacement(macro.name(), tokens);
        return replacement == null ? null : new ArrayList<>(replacement.stream().map(token -> new Hidden(token, hidden)).toList());
    }

    private @Nullable List<Hidden> substitute(Macro macro, List<List<Hidden>> arguments, Set<String> hidden) {
        List<Hidden> result = new ArrayList<>();
        List<Token> body = macro.body();
        boolean leftIsEmpty = false;
        for (int i = 0; i < body.size(); i++) {
            Token token = body.get(i);
            if (token.is("##") && i > 0) {
                continue;
            }
            boolean pasted = i > 0 && body.get(i - 1).is("##");
            boolean pastes = i + 1 < body.size() && body.get(i + 1).is("##");
            List<Hidden> piece = stringized(macro, arguments, i, hidden);
            if (piece != null) {
                i++;
            } else {
                piece = piece(macro, arguments, token, pasted || pastes, hidden);
            }
            if (piece == null) {
                return null;
            }
            boolean rest = pasted && isRest(macro, token) && !result.isEmpty() && result.getLast().token().is(",");
            if (rest && piece.isEmpty()) {
                // A GNU extension: the comma before no further arguments goes too.
                result.removeLast();
            }
            append(result, piece, pasted && !rest && !leftIsEmpty, hidden);
            leftIsEmpty = piece.isEmpty() && (leftIsEmpty || !pasted);
        }
        return result;
    }

    private static boolean isRest(Macro macro, Token token) {
        return macro.variadic() && macro.parameters() != null && macro.parameter(token.text()) == macro.parameters().size() - 1;
    }

    /** What {@code #parameter} gives; null where that does not stand here. */
    private static @Nullable List<Hidden> stringized(Macro macro, List<List<Hidden>> arguments, int at, Set<String> hidden) {
        Token token = macro.body().get(at);
        int parameter = at + 1 < macro.body().size() ? macro.parameter(macro.body().get(at + 1).text()) : -1;
        return token.is("#") && parameter >= 0 ? List.of(new Hidden(stringOf(argument(arguments, parameter), token.space()), hidden))
                : null;
    }

    private static List<Hidden> argument(List<List<Hidden>> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : List.of();
    }

    /** What stands for one token of the body; the argument as written where it is an operand of {@code ##}. */
    private @Nullable List<Hidden> piece(Macro macro, List<List<Hidden>> arguments, Token token, boolean raw, Set<String> hidden) {
        int parameter = token.isName() ? macro.parameter(token.text()) : -1;
        if (parameter < 0) {
            return List.of(new Hidden(token, hidden));
        }
        List<Hidden> argument = argument(arguments, parameter);
        List<Hidden> expanded = raw ? argument : expandHidden(argument);
        if (expanded == null || expanded.isEmpty()) {
            return expanded;
        }
        List<Hidden> piece = new ArrayList<>(expanded);
        piece.set(0, new Hidden(piece.getFirst().token().spaced(token.space()), piece.getFirst().hidden()));
        return piece;
    }

    private static void append(List<Hidden> result, List<Hidden> piece, boolean paste, Collection<String> hidden) {
        int from = 0;
        if (paste && !result.isEmpty() && !piece.isEmpty()) {
            Token left = result.removeLast().token();
            for (Token token : Token.lex(left.text() + piece.getFirst().token().text())) {
                result.add(new Hidden(token.spaced(left.space()), Set.copyOf(hidden)));
            }
            from = 1;
        }
        for (Hidden token : piece.subList(from, piece.size())) {
            Set<String> both = new HashSet<>(token.hidden());
            both.addAll(hidden);
            result.add(new Hidden(token.token(), both));
        }
    }

    private static Token stringOf(List<Hidden> argument, boolean space) {
        String text = Token.join(argument.stream().map(Hidden::token).toList());
        return new Token(Token.Kind.TEXT, '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"', space);
    }
}
