package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.TranslationUnit.Prototype;
import java.util.ArrayList;
import java.util.List;

/** The C front end: from the text of a file to its intermediate representation. */
public final class CFrontEnd {
    /**
     * Every function prototype at file scope, in order, also those without attributes: how models are read.
     *
     * @param path as it is to appear in ranges
     */
    public static List<Prototype> prototypes(String path, byte[] content) {
        Names names = new Names(null);
        PrototypeReader reader = new PrototypeReader(ExpressionLowering.unevaluated(names).reader());
        List<Prototype> prototypes = new ArrayList<>();
        for (Syntax declaration : Parsing.parse(SourceText.of(path, content)).children()) {
            if (declaration.is("declaration") || declaration.is("function_definition")) {
                prototypes.addAll(reader.read(declaration));
            }
        }
        return prototypes;
    }
}
