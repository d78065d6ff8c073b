package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import java.util.Locale;
import java.util.OptionalLong;

/** Values of literals (C23 6.4.4, 6.4.5). */
final class Literals {
    private Literals() {}

    /** A number, floating or not. */
    static Expression number(String text) {
        OptionalLong integer = integer(text);
        if (integer.isPresent()) {
            return new Expression.Constant(integer.getAsLong());
        }
        try {
            return new Expression.Floating(Double.parseDouble(text.replace("'", "").replaceAll("[fFlL]$", "")));
        } catch (NumberFormatException notOurs) {
            return new Expression.Unknown(text);
        }
    }

    private static String withoutSuffix(String number) {
        int end = number.length();
        while (end > 0 && "uzl".indexOf(number.charAt(end - 1)) >= 0) {
            end--;
        }
        return number.substring(0, end);
    }

    /** An integer of any base with any suffix; empty for what is not one. Values above 2^63 wrap, as 64-bit values do. */
    static OptionalLong integer(String text) {
        String digits = withoutSuffix(text.replace("'", "").toLowerCase(Locale.ROOT));
        boolean negative = digits.startsWith("-");
        digits = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        try {
            long value;
            if (digits.startsWith("0x")) {
                value = Long.parseUnsignedLong(digits.substring(2), 16);
            } else if (digits.startsWith("0b")) {
                value = Long.parseUnsignedLong(digits.substring(2), 2);
            } else if (digits.length() > 1 && digits.startsWith("0")) {
                value = Long.parseUnsignedLong(digits, 8);
            } else {
                value = Long.parseUnsignedLong(digits);
            }
            return OptionalLong.of(negative ? -value : value);
        } catch (NumberFormatException notAnInteger) {
            return OptionalLong.empty();
        }
    }

    /** Value of a character constant such as {@code 'a'} or {@code L'\n'}. */
    static long character(String text) {
        String content = content(text, '\'');
        long value = 0;
        for (int i = 0; i < content.length(); i++) {
            value = content.length() == 1 ? content.charAt(i) : value << 8 | content.charAt(i) & 0xff;
        }
        return value;
    }

    /** Content of a string literal, escapes resolved. */
    static String string(String text) {
        return content(text, '"');
    }

    private static String content(String text, char quote) {
        int from = text.indexOf(quote) + 1;
        int to = text.lastIndexOf(quote);
        StringBuilder out = new StringBuilder();
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            i = c == '\\' && i + 1 < to ? escape(text, i + 1, to, out) : plain(c, i, out);
        }
        return out.toString();
    }

    private static int plain(char c, int at, StringBuilder out) {
        out.append(c);
        return at + 1;
    }

    /** Appends what the escape sequence stands for that starts behind the backslash; the offset behind it. */
    private static int escape(String text, int at, int end, StringBuilder out) {
        char c = text.charAt(at);
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'a' -> out.append('\u0007');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'v' -> out.append('\u000b');
            case 'e' -> out.append('\u001b');
            case '\r', '\n' -> {
                return c == '\r' && at + 1 < end && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
            }
            case 'x' -> {
                return numeric(text, at + 1, end, 16, 8, out);
            }
            case 'u' -> {
                return numeric(text, at + 1, end, 16, 4, out);
            }
            case 'U' -> {
                return numeric(text, at + 1, end, 16, 8, out);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return numeric(text, at, end, 8, 3, out);
            }
            default -> out.append(c);
        }
        return at + 1;
    }

    private static int numeric(String text, int from, int end, int base, int most, StringBuilder out) {
        int value = 0;
        int at = from;
        while (at < end && at < from + most && Character.digit(text.charAt(at), base) >= 0) {
            value = value * base + Character.digit(text.charAt(at), base);
            at++;
        }
        if (Character.isValidCodePoint(value)) {
            out.appendCodePoint(value);
        }
        return at;
    }
}
