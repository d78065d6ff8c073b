package io.github.ipclint.frontend.c;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Branches of one file that no build chooses together, because they define the same functions. What a second one defines again gets a
 * name of its own there, so that it is analysed too, and so that it calls its own kind.
 */
final class Alternatives {
    private static final String MAIN = "main";
    private static final String SUFFIX = "_of_other_branch";

    private final String text;
    /** Where each open branch begins that was chosen although its condition is open; -1 for others. */
    private final Deque<Integer> begins = new ArrayDeque<>();
    /** Functions that such branches define. */
    private final Set<String> defined = new HashSet<>();
    private final Map<String, Integer> copies = new HashMap<>();

    Alternatives(String text) {
        this.text = text;
    }

    /** A branch begins, chosen or not; false when it defines again what an earlier one has defined. */
    boolean begin(int at, boolean chosen) {
        boolean again = chosen && !defined.isEmpty() && definesAgain(at);
        begins.push(chosen && !again ? at : -1);
        return !again;
    }

    private boolean definesAgain(int from) {
        return DefinedFunctions.in(text, from, text.length()).stream().anyMatch(defined::contains);
    }

    /** The innermost branch ends. */
    void end(int at) {
        Integer begin = begins.poll();
        if (begin != null && begin >= 0) {
            defined.addAll(DefinedFunctions.in(text, begin, at));
        }
    }

    /**
     * Renames what a branch that was not chosen defines again, until {@link #restore}. The main function there, often that of a test, is
     * in any case not the one of the program that the file is part of.
     *
     * @return what the names stood for before
     */
    Map<String, @Nullable Macro> rename(int from, int to, MacroTable macros) {
        Map<String, @Nullable Macro> before = new LinkedHashMap<>();
        Set<String> names = DefinedFunctions.in(text, from, to);
        names.removeIf(name -> !defined.contains(name));
        names.add(MAIN);
        for (String name : names) {
            before.put(name, macros.get(name));
            macros.define(new Macro(name, null, false, Token.lex(name + SUFFIX + (copies.containsKey(name) ? copies.get(name) : ""))));
            copies.merge(name, 2, (number, ignored) -> number + 1);
        }
        return before;
    }

    static void restore(Map<String, @Nullable Macro> before, MacroTable macros) {
        before.forEach(macros::forget);
    }
}
