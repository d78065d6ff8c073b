package io.github.ipclint.frontend.c;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A macro.
 *
 * @param parameters null for one that is used without arguments
 * @param variadic whether the last parameter takes all further arguments
 */
record Macro(String name, @Nullable List<String> parameters, boolean variadic, List<Token> body) {
    /** Name of the parameter that takes all further arguments. */
    static final String REST = "__VA_ARGS__";

    Macro {
        body = List.copyOf(body);
    }

    boolean takesArguments() {
        return parameters != null;
    }

    /** Number of the parameter with this name, -1 for other names. */
    int parameter(String text) {
        return parameters == null ? -1 : parameters.indexOf(text);
    }

    /** Reads what stands behind {@code #define}; null where that is no definition. */
    static @Nullable Macro read(String definition) {
        List<Token> tokens = Token.lex(definition);
        if (tokens.isEmpty() || !tokens.getFirst().isName()) {
            return null;
        }
        String name = tokens.getFirst().text();
        boolean function = tokens.size() > 1 && tokens.get(1).is("(") && !tokens.get(1).space();
        if (!function) {
            return new Macro(name, null, false, tokens.subList(1, tokens.size()));
        }
        List<String> parameters = new ArrayList<>();
        boolean variadic = false;
        int at = 2;
        while (at < tokens.size() && !tokens.get(at).is(")")) {
            Token token = tokens.get(at++);
            if (token.isName()) {
                parameters.add(token.text());
            } else if (token.is("...")) {
                boolean named = !tokens.get(at - 2).is(",") && !tokens.get(at - 2).is("(");
                variadic = true;
                if (!named) {
                    parameters.add(REST);
                }
            }
        }
        return at >= tokens.size() ? null : new Macro(name, List.copyOf(parameters), variadic, tokens.subList(at + 1, tokens.size()));
    }
}
