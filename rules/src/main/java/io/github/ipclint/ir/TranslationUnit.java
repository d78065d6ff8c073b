package io.github.ipclint.ir;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One source file, lowered.
 *
 * @param path relative to the root, with {@code /}
 * @param headers project headers that it includes, transitively, as paths relative to the root
 * @param declared names of the functions that it or those headers declare or define
 * @param constants named constants: macros and enumerators with a constant value
 * @param globals variables at file scope
 * @param initializer the assignments of their initialisers
 * @param annotated prototypes that carry attributes of our namespace, for the models
 * @param problems what could not be read or parsed, in words for people
 */
public record TranslationUnit(
        String path,
        Language language,
        Set<String> headers,
        Set<String> declared,
        Map<String, Long> constants,
        List<Variable> globals,
        @Nullable Function initializer,
        List<Function> functions,
        List<Prototype> annotated,
        List<Problem> problems) {
    public enum Language {
        C,
        JAVA
    }

    /**
     * A prototype with attributes.
     *
     * @param attributes in source order
     */
    public record Prototype(String name, List<Variable> parameters, Variable result, boolean variadic, List<Attribute> attributes,
            SourceRange at) {}

    /**
     * {@code ipc::name(arguments…)}. Identifiers that name a parameter or {@code result} are Reads of those variables, {@code
     * args(i)} and {@code when(c)}, {@code unless(c)} and other calls stay nested attributes.
     */
    public record Attribute(String name, List<Argument> arguments, SourceRange at) {}

    /** Argument of an attribute: exactly one is not null. */
    public record Argument(@Nullable Expression expression, @Nullable Attribute nested) {}

    /** @param at range where it happened; line 0 for the whole file */
    public record Problem(SourceRange at, String message) {}
}
