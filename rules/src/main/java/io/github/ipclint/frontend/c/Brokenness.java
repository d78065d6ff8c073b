package io.github.ipclint.frontend.c;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds what could not be parsed. */
final class Brokenness {
    private Brokenness() {}

    /** The nodes of a tree that fit no rule of the language. Extensions that are lowered all the same don't count. */
    static List<Syntax> find(Syntax tree) {
        List<Syntax> errors = new ArrayList<>();
        Deque<Syntax> open = new ArrayDeque<>();
        open.push(tree);
        while (!open.isEmpty()) {
            Syntax node = open.pop();
            if (node.isError() || (node.isBroken() && node.children().isEmpty())) {
                errors.add(node);
            }
            for (Syntax child : node.children().reversed()) {
                if (child.isBroken() && !isExtension(node, child)) {
                    open.push(child);
                }
            }
        }
        return errors;
    }

    /** Part of a tree that GNU C or C23 has and the grammar has not: a range of cases, a label at the end of a block. */
    static boolean isExtension(Syntax parent, Syntax child) {
        if (parent.is("labeled_statement")) {
            return child.is("expression_statement") && child.start() == child.end();
        }
        String text = child.isError() && parent.is("case_statement") ? child.text() : "";
        return text.startsWith("...") || text.endsWith("...");
    }
}
