package io.github.ipclint.frontend.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mends a broken tree: what could not be parsed with macros replaced is taken from the text as written where that can be parsed. */
final class Repair {
    private final Syntax tree;
    private final SourceFiles.SourceFile file;

    Repair(Syntax tree, SourceFiles.SourceFile file) {
        this.tree = tree;
        this.file = file;
    }

    /** The declarations at file scope. */
    List<Syntax> declarations() {
        Map<String, Syntax> raw = new LinkedHashMap<>();
        collect(Parsing.parse(file.text().unexpanded(file.unexpanded())), raw);
        Map<String, Syntax> present = new HashMap<>();
        collect(tree, present);
        List<Syntax> result = new ArrayList<>();
        replace(tree, raw, result);
        raw.forEach((name, definition) -> {
            if (!present.containsKey(name) && !definition.isBroken()) {
                result.add(definition);
            }
        });
        return result;
    }

    private static void replace(Syntax parent, Map<String, Syntax> raw, List<Syntax> result) {
        for (Syntax child : parent.children()) {
            Syntax other = child.is("function_definition") && child.isBroken() ? raw.get(name(child)) : null;
            if (other != null && !other.isBroken()) {
                result.add(other);
            } else {
                result.add(child);
            }
        }
    }

    private static void collect(Syntax parent, Map<String, Syntax> definitions) {
        for (Syntax child : parent.children()) {
            if (child.is("function_definition")) {
                definitions.putIfAbsent(name(child), child);
            } else if (child.isError() || child.is("linkage_specification") || child.is("declaration_list")) {
                collect(child, definitions);
            }
        }
    }

    private static String name(Syntax definition) {
        Syntax declarator = definition.child("declarator");
        while (declarator != null && TypeReader.inner(declarator) != null) {
            declarator = TypeReader.inner(declarator);
        }
        return declarator == null ? "" : declarator.text();
    }
}
