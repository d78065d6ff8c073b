package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Function;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that only a trial of the file itself has: a main function beside functions for others, in a branch that a name of its
 * own switches on. What ships is built without it.
 *
 * @param firstLine of the branch
 * @param lastLine of the branch
 */
record SelfTest(int firstLine, int lastLine) {
    private static final String MAIN = "main";

    /** A branch of a directive. */
    private record Branch(int start, int end, int next, boolean switchedOn) {}

    /** Beginnings of names that tell what the system is or has, and what a build is configured for: they choose between programs that ship. */
    private static final List<String> CONFIGURATION =
            List.of("HAVE", "USE", "ENABLE", "WITH", "CONFIG", "_", "LINUX", "UNIX", "POSIX", "BSD", "SYSV", "OS_");

    /** The part of this file, null where it has none. */
    static @Nullable SelfTest of(SourceText source) {
        String text = source.text();
        if (!text.contains(MAIN)) {
            return null;
        }
        List<Branch> withMain =
                branches(text).stream().filter(branch -> functions(text, branch.start(), branch.end()).contains(MAIN)).toList();
        Branch only = withMain.isEmpty() ? null : withMain.getFirst();
        // Those around it end later.
        if (only == null || !only.switchedOn() || withMain.stream().anyMatch(other -> other.start() > only.start())) {
            return null;
        }
        Set<String> others = new HashSet<>(functions(text, 0, only.start()));
        others.addAll(functions(text, only.next(), text.length()));
        return others.isEmpty() || others.contains(MAIN) ? null
                : new SelfTest(source.range(only.start(), only.start()).line(), source.range(only.end(), only.end()).line());
    }

    private static Set<String> functions(String text, int from, int to) {
        return from < to && text.substring(from, to).contains("(") ? DefinedFunctions.in(text, from, to) : Set.of();
    }

    /** All branches, inner ones before those around them. */
    private static List<Branch> branches(String text) {
        List<Branch> closed = new ArrayList<>();
        Deque<Branch> open = new ArrayDeque<>();
        int line = 0;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            int next = end < 0 ? text.length() : end + 1;
            String directive = text.substring(line, next).strip();
            if (directive.startsWith("#")) {
                directive = directive.substring(1).strip();
                boolean begins = directive.startsWith("if");
                if (!begins && (directive.startsWith("el") || directive.startsWith("endif")) && !open.isEmpty()) {
                    Branch branch = open.pop();
                    closed.add(new Branch(branch.start(), line, next, branch.switchedOn()));
                }
                if (begins || directive.startsWith("el")) {
                    open.push(new Branch(next, next, next, begins && isSwitch(directive)));
                }
            }
            line = next;
        }
        return closed;
    }

    private static boolean isSwitch(String directive) {
        List<Token> tokens = Token.lex(directive);
        List<String> names = tokens.stream().skip(1).map(Token::text).filter(text -> Token.isNameStart(text.charAt(0)))
                .filter(name -> !name.equals("defined")).toList();
        boolean positive = !directive.startsWith("ifndef") && tokens.stream().noneMatch(token -> token.text().equals("!"));
        return positive && !names.isEmpty() && names.stream().noneMatch(SelfTest::isConfiguration);
    }

    private static boolean isConfiguration(String name) {
        return Conditionals.isDead(name) || CONFIGURATION.stream().anyMatch(name.toUpperCase(Locale.ROOT)::startsWith);
    }

    /** The functions, with those marked that lie in it. */
    List<Function> mark(List<Function> functions) {
        return functions.stream().map(function -> holds(function) ? marked(function) : function).toList();
    }

    private boolean holds(Function function) {
        return function.at().line() >= firstLine && function.at().line() <= lastLine;
    }

    private static Function marked(Function function) {
        Set<Function.Mark> marks = EnumSet.of(Function.Mark.SELF_TEST);
        marks.addAll(function.marks());
        return new Function(
                function.name(), function.unit(), function.parameters(), function.result(), function.locals(), function.cfg(),
                function.at(),
                function.body(), marks, function.complete());
    }
}
