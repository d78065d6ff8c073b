package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.ir.TranslationUnit.Language;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The C front end: from the text of a file to its intermediate representation. Instances may be shared between threads. */
public final class CFrontEnd {
    /**
     * Every function prototype at file scope, in order, also those without attributes: how models are read.
     *
     * @param path as it is to appear in ranges
     */
    public static List<Prototype> prototypes(String path, byte[] content) {
        UnitLowering lowering = new UnitLowering(path, new Names());
        lowering.declare(Parsing.parse(SourceText.of(path, content)));
        return List.copyOf(lowering.prototypes());
    }

    /**
     * Lowers one file. Text that cannot be parsed is left out and reported among the problems; there are no exceptions for it.
     *
     * @param path relative to the root, with {@code /}
     */
    public TranslationUnit parse(String path, byte[] content) {
        Syntax file = Parsing.parse(SourceText.of(path, content));
        return lower(path, file);
    }

    private static TranslationUnit lower(String path, Syntax file) {
        UnitLowering lowering = new UnitLowering(path, new Names());
        lowering.declare(file);
        lowering.lower();
        Set<String> declared = new TreeSet<>();
        return new TranslationUnit(
                path, Language.C, Set.of(), declared, Map.copyOf(new HashMap<>()), lowering.globals(), lowering.initializer(),
                lowering.functions(),
                lowering.prototypes().stream().filter(prototype -> !prototype.attributes().isEmpty()).toList(), new ArrayList<>());
    }
}
