package io.github.ipclint.frontend.c;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what could not be parsed. */
final class Brokenness {
    private Brokenness() {}

    /** Number of places in a tree that fit no rule of the language. Extensions that are lowered all the same don't count. */
    static int errors(Syntax tree) {
        int errors = 0;
        Deque<Syntax> open = new ArrayDeque<>();
        open.push(tree);
        while (!open.isEmpty()) {
            Syntax node = open.pop();
            if (node.isBroken()) {
                errors += node.children().isEmpty() || node.isError() ? 1 : 0;
                for (Syntax child : node.children()) {
                    if (child.isBroken() && !isExtension(node, child)) {
                        open.push(child);
                    }
                }
            }
        }
        return errors;
    }

    /** Case ranges and computed gotos, which GNU C has and the grammar has not. */
    private static boolean isExtension(Syntax parent, Syntax child) {
        return child.isError()
                && (parent.is("goto_statement") && child.text().equals("*")
                        || parent.is("case_statement") && child.text().startsWith("..."));
    }
}
