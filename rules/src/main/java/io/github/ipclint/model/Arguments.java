package io.github.ipclint.model;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Argument;
import io.github.ipclint.ir.TranslationUnit.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arguments of one attribute: those by position, those by name ({@code mode(oflag)}), and the condition that closes it. */
final class Arguments {
    private static final Set<String> OPTIONS = Set.of("mode", "exclusive", "size", "at", "prot", "header", "eof", "stuck", "argument");

    private final Attribute attribute;
    private final Slots slots;
    private final List<Argument> positional = new ArrayList<>();
    private final Map<String, Attribute> options = new HashMap<>();
    private @Nullable Expression when;
    private @Nullable Expression unless;
    private boolean always;

    private Arguments(Attribute attribute, Slots slots) {
        this.attribute = attribute;
        this.slots = slots;
    }

    static Arguments of(Attribute attribute, Slots slots) throws MalformedAttribute {
        Arguments arguments = new Arguments(attribute, slots);
        for (Argument argument : attribute.arguments()) {
            arguments.add(argument);
        }
        return arguments;
    }

    private void add(Argument argument) throws MalformedAttribute {
        Attribute nested = argument.nested();
        if (nested == null) {
            if (argument.expression() instanceof Expression.NamedConstant(String name) && name.equals("always")) {
                always = true;
            } else {
                positional.add(argument);
            }
        } else if (nested.name().equals("when")) {
            when = slots.read(only(nested), nested.at());
        } else if (nested.name().equals("unless")) {
            unless = isImplied(nested) ? null : slots.read(only(nested), nested.at());
        } else if (OPTIONS.contains(nested.name())) {
            options.put(nested.name(), nested);
        } else {
            positional.add(argument);
        }
    }

    /** {@code blocks(fd, unless(nonblocking(fd)))}: blocking on a handle always has this exception. */
    private boolean isImplied(Attribute unless) throws MalformedAttribute {
        Attribute nested = only(unless).nested();
        return nested != null && nested.name().equals("nonblocking") && attribute.name().equals("blocks");
    }

    private static Argument only(Attribute nested) throws MalformedAttribute {
        if (nested.arguments().size() != 1) {
            throw new MalformedAttribute(nested.at(), "'" + nested.name() + "' takes one argument");
        }
        return nested.arguments().getFirst();
    }

    Slots slots() {
        return slots;
    }

    Condition condition() {
        return when == null && unless == null && !always ? Condition.ON_SUCCESS : new Condition(when, unless, always);
    }

    /** Number of arguments by position. */
    int count() {
        return positional.size();
    }

    /** Names of the options that were given. */
    Set<String> given() {
        return options.keySet();
    }

    MalformedAttribute malformed(String message) {
        return new MalformedAttribute(attribute.at(), "'" + attribute.name() + "': " + message);
    }

    Expression slot(int index) throws MalformedAttribute {
        return slots.read(positional.get(index), attribute.at());
    }

    @Nullable Expression optionalSlot(int index) throws MalformedAttribute {
        return index < positional.size() ? slot(index) : null;
    }

    int number(int index) throws MalformedAttribute {
        return Slots.number(positional.get(index), attribute.at());
    }

    @Nullable Attribute nested(int index) {
        return index < positional.size() ? positional.get(index).nested() : null;
    }

    /** The words inside a nested attribute. */
    List<String> nestedWords(int index) throws MalformedAttribute {
        Attribute nested = positional.get(index).nested();
        return nested == null ? List.of() : wordsOf(nested);
    }

    /** The argument, or what stands between the parentheses of a nested attribute: {@code child(pid)}. */
    Expression only(int index) throws MalformedAttribute {
        Attribute nested = positional.get(index).nested();
        return nested == null ? slot(index) : slots.read(only(nested), nested.at());
    }

    /** The single argument of an option, null where it was not given. */
    @Nullable Expression option(String name) throws MalformedAttribute {
        Attribute option = options.get(name);
        return option == null ? null : slots.read(only(option), option.at());
    }

    /** An option whose argument is a type. */
    @Nullable String type(String name) throws MalformedAttribute {
        Attribute option = options.get(name);
        if (option == null) {
            return null;
        }
        return only(option).expression() instanceof Expression.SizeOf(var ignored, String source) ? source
                : word(only(option), option.at());
    }

    /** The words of an option. */
    List<String> words(String name) throws MalformedAttribute {
        Attribute option = options.get(name);
        return option == null ? List.of() : wordsOf(option);
    }

    private List<String> wordsOf(Attribute nested) throws MalformedAttribute {
        List<String> words = new ArrayList<>();
        for (Argument argument : nested.arguments()) {
            words.add(word(argument, attribute.at()));
        }
        return words;
    }

    /** The argument as a word of the vocabulary. A word may also be the name of a parameter or function: that is no slot here. */
    String word(int index) throws MalformedAttribute {
        return word(positional.get(index), attribute.at());
    }

    /** The words from this position on. */
    List<String> words(int from) throws MalformedAttribute {
        List<String> words = new ArrayList<>();
        for (int i = from; i < positional.size(); i++) {
            words.add(word(i));
        }
        return words;
    }

    /** Whether the argument is this word. */
    boolean is(int index, String word) {
        return index < positional.size() && word.equals(textOf(positional.get(index)));
    }

    /** Whether the argument is one of the words of the type. */
    <E extends Enum<E>> boolean isChoice(int index, Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).anyMatch(constant -> is(index, constant.name().toLowerCase(Locale.ROOT)));
    }

    <E extends Enum<E>> E choice(int index, Class<E> type) throws MalformedAttribute {
        return choice(word(index), type);
    }

    <E extends Enum<E>> Set<E> choices(int from, Class<E> type) throws MalformedAttribute {
        Set<E> choices = new LinkedHashSet<>();
        for (String word : words(from)) {
            choices.add(choice(word, type));
        }
        return choices;
    }

    private <E extends Enum<E>> E choice(String word, Class<E> type) throws MalformedAttribute {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw malformed("unknown " + type.getSimpleName().toLowerCase(Locale.ROOT) + " '" + word + "'");
    }

    String kind(int index) throws MalformedAttribute {
        String word = word(index);
        if (HandleKind.of(word).isEmpty()) {
            throw malformed("unknown kind '" + word + "'");
        }
        return word;
    }

    private static String word(Argument argument, SourceRange at) throws MalformedAttribute {
        String text = textOf(argument);
        if (text == null) {
            throw new MalformedAttribute(at, "a word of the vocabulary is needed, not an expression");
        }
        return text;
    }

    private static @Nullable String textOf(Argument argument) {
        Expression expression = argument.expression();
        if (expression instanceof Expression.Read(Place.Cell(var variable))) {
            return variable.name();
        }
        boolean name = expression instanceof Expression.NamedConstant
                || expression instanceof Expression.FunctionReference
                || expression instanceof Expression.Unknown(String source) && source.chars().allMatch(Character::isJavaIdentifierPart);
        return name ? String.valueOf(expression) : null;
    }
}
