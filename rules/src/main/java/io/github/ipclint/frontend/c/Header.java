package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Variable;
import java.util.List;
import java.util.Set;

/**
 * What a header gives to the files that include it, everything that it includes itself among it.
 *
 * @param includes paths of the headers that it includes, transitively
 * @param noreturn functions that never return
 */
record Header(String path, MacroTable macros, Names names, List<Variable> variables, Set<String> includes, Set<String> noreturn) {}
