package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Variable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a header itself gives to the files that include it.
 *
 * @param includes the headers that it includes, transitively, each behind those that it includes itself
 * @param noreturn functions that never return
 * @param constants macros with an integer value
 * @param initials of the variables that it defines itself
 * @param complete whether all headers of the project that it includes have been found
 */
record Header(
        String path, MacroTable macros, Names names, List<Variable> variables, List<Header> includes, Set<String> noreturn,
        Map<String, Long> constants, List<Initial> initials, boolean complete) {
    /** A variable at file scope with its initialiser. */
    record Initial(String name, Syntax value) {
        /** Longer lists are tables of data, which every file that includes the header would have anew. */
        private static final int LONGEST_LIST = 16;

        boolean isSmall() {
            return value.children().size() <= LONGEST_LIST;
        }
    }
}
