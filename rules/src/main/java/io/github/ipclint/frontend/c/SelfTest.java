package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Function;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
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

    /** A branch of a directive; {@code switchedOnBy} the only name that its condition asks for. */
    private record Branch(int start, int end, int next, @Nullable String switchedOnBy) {}

    /** Words in the names of switches that add a trial to a file. */
    private static final Set<String> TRIALS = Set.of("TEST", "TESTS", "TESTING", "SELFTEST", "UNITTEST", "TRIAL", "DEMO", "EXAMPLE", "MAIN",
            "STANDALONE", "DEBUG");

    /**
     * The part of this file, null where it has none.
     *
     * @param macros those that it and its headers define
     */
    static @Nullable SelfTest of(SourceText source, MacroTable macros) {
        String text = source.text();
        Branch trial = branches(text).stream()
                .filter(branch -> branch.switchedOnBy() != null && isTrial(branch.switchedOnBy())
                        && !macros.isDefined(branch.switchedOnBy()))
                .filter(branch -> DefinedFunctions.in(text, branch.start(), branch.end()).contains(MAIN))
                .findFirst().orElse(null);
        boolean other = trial != null && (DefinedFunctions.in(text, 0, trial.start()).contains(MAIN)
                || DefinedFunctions.in(text, trial.next(), text.length()).contains(MAIN));
        return trial == null || other ? null
                : new SelfTest(source.range(trial.start(), trial.start()).line(), source.range(trial.end(), trial.end()).line());
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
                    closed.add(new Branch(branch.start(), line, next, branch.switchedOnBy()));
                }
                if (begins || directive.startsWith("el")) {
                    open.push(new Branch(next, next, next, begins ? switchOf(directive) : null));
                }
            }
            line = next;
        }
        return closed;
    }

    /** {@code #ifdef NAME}, {@code #if defined(NAME)} or {@code #if NAME}, and nothing else about it. */
    private static @Nullable String switchOf(String directive) {
        List<String> words = Token.lex(directive).stream().map(Token::text).filter(text -> !text.equals("(") && !text.equals(")")).toList();
        boolean plain = words.size() == 2 && (words.getFirst().equals("ifdef") || words.getFirst().equals("if"))
                || words.size() == 3 && words.getFirst().equals("if") && words.get(1).equals("defined");
        return plain && Token.isNameStart(words.getLast().charAt(0)) ? words.getLast() : null;
    }

    private static boolean isTrial(String name) {
        return Arrays.stream(name.toUpperCase(Locale.ROOT).split("_")).anyMatch(TRIALS::contains);
    }

    /** The functions, with those marked that lie in it. */
    List<Function> mark(List<Function> functions) {
        boolean forOthers = functions.stream().anyMatch(function -> !holds(function) && !function.is(Function.Mark.STATIC));
        return functions.stream().map(function -> forOthers && holds(function) ? marked(function) : function).toList();
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
