package io.github.ipclint.frontend.c;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constructs that look like macros with arguments and are brought into a form that the grammar knows. */
final class BuiltInMacros {
    /** Stands for what is between the names of a member designator such as {@code a.b[1]}. */
    static final char SEPARATOR = '$';

    private BuiltInMacros() {}

    /** What stands for a use; null where the name is none of ours. */
    static @Nullable List<Token> replacement(String name, List<List<Token>> arguments) {
        return switch (name) {
            case "__attribute__", "__attribute" -> attribute(arguments);
            case "offsetof" -> offset(arguments);
            default -> null;
        };
    }

    /** Of the attributes of GNU C those that matter here; they may stand where the grammar expects none. */
    private static List<Token> attribute(List<List<Token>> arguments) {
        String text = Token.join(arguments.stream().flatMap(List::stream).toList());
        if (text.contains("cleanup")) {
            return Token.lex("__attribute__(" + text + ")");
        }
        List<String> kept = new ArrayList<>();
        if (text.contains("noreturn")) {
            kept.add("noreturn");
        }
        if (DescriptorAttributes.areIn(text)) {
            kept.add(DescriptorAttributes.only(text));
        }
        return kept.isEmpty() ? List.of() : Token.lex("__attribute__((" + String.join(", ", kept) + "))");
    }

    /** The grammar knows members with one name only. */
    private static List<Token> offset(List<List<Token>> arguments) {
        if (arguments.size() < 2) {
            return Token.lex("0");
        }
        StringBuilder member = new StringBuilder();
        for (Token token : arguments.get(1)) {
            boolean word = token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.NUMBER;
            member.append(word ? token.text() : token.is("]") ? "" : String.valueOf(SEPARATOR));
        }
        List<Token> tokens = new ArrayList<>(Token.lex("offsetof("));
        tokens.addAll(arguments.getFirst());
        tokens.addAll(Token.lex(", " + member + ")"));
        return tokens;
    }
}
