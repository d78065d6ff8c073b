package io.github.ipclint.frontend.java;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.IrPrinter;
import io.github.ipclint.ir.TranslationUnit;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lowers small sources for tests. */
final class Lowered {
    private static final JavaFrontEnd FRONT_END = new JavaFrontEnd(List.of());

    private Lowered() {}

    static TranslationUnit unit(String source) {
        return FRONT_END.parse("A.java", source.getBytes(StandardCharsets.UTF_8));
    }

    /** The one function of that name. */
    static Function function(TranslationUnit unit, String name) {
        List<Function> found = unit.functions().stream().filter(function -> function.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " functions named " + name + " in " + IrPrinter.print(unit));
        }
        return found.getFirst();
    }

    /** The body of a static method {@code void f(…)} of class A, printed without its head. */
    static String body(String method) {
        TranslationUnit unit = unit("import java.io.*; import java.net.*; import java.util.*; class A { " + method + " }");
        if (!unit.problems().isEmpty()) {
            throw new AssertionError(unit.problems().toString());
        }
        return withoutHead(function(unit, "A.f"));
    }

    static String withoutHead(Function function) {
        String text = IrPrinter.print(function);
        return text.substring(text.indexOf('\n') + 1);
    }
}
