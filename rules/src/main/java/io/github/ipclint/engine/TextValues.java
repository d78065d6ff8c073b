package io.github.ipclint.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Strings in memory: reading them through pointers, folding printf formats. */
final class TextValues {
    private static final int MAX_LENGTH = 512;
    private static final int MAX_WORDS = 3;

    private TextValues() {}

    /** The string that a value is or points to, null when it is not known at all. */
    static @Nullable String textOf(Value value, State state) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Pointer(Location location) -> stored(location, state);
            case Value.Symbolic(Symbol symbol, long offset) -> offset == 0 ? stored(new Location.Pointee(symbol), state) : null;
            default -> null;
        };
    }

    /** The first words of a command line that is one string, or an array of them; none where it is not known. */
    static List<String> wordsOf(@Nullable Value command, State state) {
        String line = command == null ? null : textOf(command, state);
        Location array = command == null ? null : Evaluator.target(command);
        List<String> words = new ArrayList<>();
        for (long i = 0; array != null && i < MAX_WORDS && words.size() == i; i++) {
            if (state.memory.get(array.shifted(i, true)) instanceof Value.Text(String word)) {
                words.add(word);
            }
        }
        return words.isEmpty() && line != null ? List.of(line.split(" ", MAX_WORDS)) : words;
    }

    private static @Nullable String stored(Location location, State state) {
        if (state.memory.get(location) instanceof Value.Text(String text)) {
            return text;
        }
        if (location instanceof Location.Element(Location base, long index) && index == 0
                && state.memory.get(base) instanceof Value.Text(String text)) {
            return text;
        }
        return null;
    }

    /** The character of a whole string at an index, its closing NUL included. */
    static Value character(Value.Text text, Value index) {
        boolean inside = index instanceof Value.Number(long at) && at >= 0 && at <= text.value().length();
        if (!inside || !text.isWhole() || !(index instanceof Value.Number(long at))) {
            return Value.UNKNOWN;
        }
        return new Value.Number(at == text.value().length() ? 0 : text.value().charAt((int) at));
    }

    /** A name, key or port as text; null when nothing folds. */
    static @Nullable String nameOf(Value value, State state) {
        String text = textOf(value, state);
        if (text != null) {
            return text;
        }
        return ValueRanges.isExact(value, state) && !(value instanceof Value.Pointer) ? Long.toString(ValueRanges.exact(value, state))
                : null;
    }

    /** The text that printf makes, with holes. */
    static String format(String format, List<Value> arguments, State state) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < format.length() && text.length() < MAX_LENGTH; i++) {
            char c = format.charAt(i);
            if (c != '%') {
                text.append(c);
                continue;
            }
            int start = i++;
            while (i < format.length() && "0123456789.-+ #'hlLqjzt*".indexOf(format.charAt(i)) >= 0) {
                i++;
            }
            if (i >= format.length()) {
                break;
            }
            if (format.charAt(i) == '%') {
                text.append('%');
                continue;
            }
            Value argument = next < arguments.size() ? arguments.get(next) : Value.UNKNOWN;
            next++;
            text.append(converted(format.charAt(i), i - start == 1, argument, state));
        }
        return text.toString();
    }

    private static String converted(char conversion, boolean plain, Value argument, State state) {
        String hole = String.valueOf(Value.Text.HOLE);
        return switch (conversion) {
            case 's' -> {
                String text = textOf(argument, state);
                yield text == null ? hole : text;
            }
            case 'd', 'i', 'u' -> argument instanceof Value.Number(long number) ? Long.toString(number) : hole;
            case 'c' -> argument instanceof Value.Number(long number) && plain ? String.valueOf((char) number) : hole;
            case 'x' -> argument instanceof Value.Number(long number) && plain ? Long.toHexString(number) : hole;
            default -> hole;
        };
    }
}
