package io.github.ipclint.frontend.c;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which branches of {@code #if} are read. There is no build that would define names, so a condition that the project
 * leaves open is taken to hold, and what that implies is remembered: the choices of one file are consistent.
 */
final class Conditionals {
    /** One open {@code #if}. */
    private static final class Level {
        private final boolean enclosing;
        private boolean active;
        private boolean decided;
        /** What had to be assumed for the condition to hold, null when it was known. */
        private @Nullable Map<String, Boolean> assumptions;

        Level(boolean enclosing, boolean active) {
            this.enclosing = enclosing;
            this.active = enclosing && active;
            this.decided = active;
        }
    }

    /** Beginnings of names that only other systems and compilers define. */
    private static final List<String> FOREIGN = List.of(
            "_WIN", "WIN32", "WIN64", "__WIN", "__MINGW", "__CYGWIN", "_MSC_", "__APPLE__", "__MACH__", "__FreeBSD", "__NetBSD",
            "__OpenBSD",
            "__DragonFly", "__sun", "_AIX", "__hpux", "__BORLAND", "__QNX", "__ANDROID", "__HAIKU", "__BEOS", "__VMS", "__OS2", "__EMX",
            "__sgi",
            "__osf__", "__ultrix", "__minix", "__cplusplus", "__KERNEL__", "__COVERITY__", "__clang_analyzer__", "__has_include",
            "__KLIBC__",
            "__UCLIBC__", "__BIONIC__", "NGX_WIN32", "NGX_DARWIN", "NGX_SOLARIS", "NGX_FREEBSD");

    private static final Set<String> NEVER =
            Set.of("sun", "VMS", "lint", "notdef", "undef", "NDEBUG", "NEVER", "notyet", "MSDOS", "DJGPP", "HAVE_WINDOWS_H");

    /** Beginnings of names that switch on a test program inside the file that it tests. */
    private static final List<String> TESTS = List.of("TEST", "UNIT_TEST", "UNITTEST", "SELFTEST", "SELF_TEST");

    /** A word in names that switch on help for the author to find mistakes; those that switch it off have one more. */
    private static final String DEBUG = "DEBUG";

    private static final Set<String> OFF = Set.of("NO", "NOT", "WITHOUT", "DISABLE");

    /** What a compiler on Linux defines, as far as sources ask for it. */
    private static final Map<String, Long> KNOWN = Map.ofEntries(
            Map.entry("__linux__", 1L), Map.entry("__linux", 1L), Map.entry("linux", 1L), Map.entry("__unix__", 1L),
            Map.entry("__unix", 1L),
            Map.entry("unix", 1L), Map.entry("__GNUC__", 14L), Map.entry("__GNUC_MINOR__", 2L), Map.entry("__STDC__", 1L),
            Map.entry("__STDC_VERSION__", 201710L), Map.entry("__GLIBC__", 2L), Map.entry("__GLIBC_MINOR__", 40L),
            Map.entry("__x86_64__", 1L),
            Map.entry("__BYTE_ORDER__", 1234L), Map.entry("__ORDER_LITTLE_ENDIAN__", 1234L), Map.entry("__ORDER_BIG_ENDIAN__", 4321L),
            Map.entry("__BYTE_ORDER", 1234L), Map.entry("__LITTLE_ENDIAN", 1234L), Map.entry("__BIG_ENDIAN", 4321L),
            Map.entry("BYTE_ORDER", 1234L), Map.entry("LITTLE_ENDIAN", 1234L), Map.entry("BIG_ENDIAN", 4321L),
            Map.entry("__LP64__", 1L), Map.entry("_LP64", 1L), Map.entry("__CHAR_BIT__", 8L), Map.entry("__STDC_HOSTED__", 1L));

    private final MacroTable macros;
    private final Map<String, Boolean> assumed = new HashMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable Map<String, Boolean> assumptions;

    Conditionals(MacroTable macros) {
        this.macros = macros;
    }

    /** Whether the text here is read. */
    boolean isActive() {
        return levels.isEmpty() || levels.element().active;
    }

    /** Whether the text around the innermost conditional is read. */
    boolean isOpenAround() {
        return !levels.isEmpty() && levels.element().enclosing;
    }

    /** Whether no build for this system would choose a branch with this condition. */
    static boolean isDead(String condition) {
        return condition.equals("0")
                || Token.lex(condition).stream()
                        .anyMatch(token -> NEVER.contains(token.text()) || FOREIGN.stream().anyMatch(token.text()::startsWith));
    }

    /** Number of open conditionals. */
    int depth() {
        return levels.size();
    }

    /** Obeys a conditional directive; whether it was one. */
    boolean obey(String directive, String rest) {
        switch (directive) {
            case "if" -> open(rest);
            case "ifdef" -> open("defined " + rest);
            case "ifndef" -> open("!defined " + rest);
            case "elif" -> otherwise(rest);
            case "elifdef" -> otherwise("defined " + rest);
            case "elifndef" -> otherwise("!defined " + rest);
            case "else" -> otherwise("1");
            case "endif" -> levels.poll();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void open(String condition) {
        boolean enclosing = isActive();
        assumptions = null;
        Level level = new Level(enclosing, enclosing && holds(condition));
        level.assumptions = assumptions;
        levels.push(level);
    }

    private void otherwise(String condition) {
        Level level = levels.peek();
        if (level != null) {
            level.active = level.enclosing && !level.decided && holds(condition);
            level.decided |= level.active;
        }
    }

    private boolean holds(String condition) {
        DirectiveExpression expression = new DirectiveExpression(Token.lex(condition), this::value, this::isDefined);
        Long value = expression.value();
        if (value != null) {
            return value != 0;
        }
        assumptions = expression.assumptions();
        assumed.putAll(assumptions);
        return true;
    }

    /** Whether the innermost branch is read although nothing decides its condition. */
    boolean isAssumed() {
        Level level = levels.peek();
        return level != null && level.active && level.assumptions != null;
    }

    /** The innermost branch, which is {@link #isAssumed}, is not read after all, nor an alternative to it. */
    void leaveOut() {
        Level level = levels.element();
        level.active = false;
        if (level.assumptions != null && level.assumptions.size() == 1) {
            level.assumptions.forEach((name, defined) -> assumed.put(name, !defined));
        }
    }

    private @Nullable Boolean isDefined(String name) {
        if (macros.isDefined(name) || KNOWN.containsKey(name)) {
            return true;
        }
        if (macros.isUndefined(name) || NEVER.contains(name)
                || isDebug(name) || Stream.concat(FOREIGN.stream(), TESTS.stream()).anyMatch(name::startsWith)) {
            return false;
        }
        return assumed.get(name);
    }

    private static boolean isDebug(String name) {
        List<String> words = List.of(name.split("_"));
        return words.contains(DEBUG) && words.stream().noneMatch(OFF::contains);
    }

    private @Nullable Long value(String name) {
        Long known = KNOWN.get(name);
        Macro macro = macros.get(name);
        if (macro != null && !macro.takesArguments()) {
            List<Token> expanded = new MacroExpansion(macros).expand(macro.body());
            return expanded == null ? null : new DirectiveExpression(expanded, unexpanded -> null, this::isDefined).value();
        }
        if (name.startsWith("ENABLE_") && !macros.isUndefined(name)) {
            // Features of a configuration in the manner of Kconfig are on, as for IF_FEATURE_X(code).
            return 1L;
        }
        return known != null ? known : Boolean.FALSE.equals(isDefined(name)) ? 0L : null;
    }
}
