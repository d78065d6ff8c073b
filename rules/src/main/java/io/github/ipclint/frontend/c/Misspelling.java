package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Variable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names that nothing declares, at an edit distance of one from a name that is: sources that were typed from a slide have them. A compiler
 * refuses such a source and says what it takes to be meant; here the rest of the program is worth judging all the same.
 */
final class Misspelling {
    /** Shorter names are at that distance by chance: {@code close}, {@code clone}. */
    private static final int SHORTEST = 6;

    private Misspelling() {}

    /** The only local variable that a name may mean which stands nowhere else in the file; null where there is none. */
    static @Nullable Variable meant(Syntax name, Names names) {
        String written = name.text();
        // Macros that nobody has seen are written in capitals.
        if (written.length() < SHORTEST || ExpressionLowering.isSystemVariable(written) || !names.isUndeclared(written)
                || !written.equals(written.toLowerCase(Locale.ROOT))) {
            return null;
        }
        List<Variable> alike = names.locals().stream().filter(local -> isAlike(written, local.name())).toList();
        return alike.size() == 1 && name.isOnlyUse() ? alike.getFirst() : null;
    }

    /** Whether they differ in one letter inside: names that differ at an end, or in a number, are a family. */
    private static boolean isAlike(String one, String other) {
        int apart = one.length() - other.length();
        if (Math.abs(apart) > 1 || other.length() < SHORTEST) {
            return false;
        }
        int begin = 0;
        while (begin < Math.min(one.length(), other.length()) && one.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < Math.min(one.length(), other.length()) - begin
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        String changed = one.substring(begin, one.length() - end) + other.substring(begin, other.length() - end);
        return begin > 0 && end > 0 && changed.length() == (apart == 0 ? 2 : 1) && changed.chars().allMatch(Character::isLetter);
    }
}
