package io.github.ipclint.driver;

import io.github.ipclint.frontend.c.CFrontEnd;
import io.github.ipclint.frontend.c.ReservedNames;
import io.github.ipclint.frontend.java.JavaModels;
import io.github.ipclint.ir.TranslationUnit.Problem;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.ModelReader;
import io.github.ipclint.model.Models;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The models that we ship, and those of the user's headers beside them. */
public final class ModelLibrary {
    private static final String FOLDER = "/io/github/ipclint/model/c/";
    private static final String CONSTANTS = "constants.h";
    private static final Pattern INCLUDE = Pattern.compile("(?m)^#include \"(.+)\"$");

    private final List<FunctionModel> functions;
    private final Map<String, Long> constants;

    private ModelLibrary(List<FunctionModel> functions, Map<String, Long> constants) {
        this.functions = functions;
        this.constants = constants;
    }

    /**
     * Reads what we ship.
     *
     * @throws IllegalStateException where a header of ours says something that it must not
     */
    public static ModelLibrary shipped() {
        Map<String, Long> constants = new CFrontEnd().parse(CONSTANTS, content(CONSTANTS)).constants();
        List<FunctionModel> functions =
                headers().parallelStream().map(header -> read(header, constants)).flatMap(List::stream).toList();
        return new ModelLibrary(functions, constants);
    }

    private static List<FunctionModel> read(String header, Map<String, Long> constants) {
        ModelReader.Result read = ModelReader.read(CFrontEnd.prototypes(header, content(header)), constants::containsKey);
        if (!read.problems().isEmpty()) {
            Problem first = read.problems().getFirst();
            throw new IllegalStateException(first.at() + ": " + first.message());
        }
        return read.functions();
    }

    /** The headers of our models, without the table of constants. */
    static List<String> headers() {
        String all = new String(content("all.h"), StandardCharsets.UTF_8);
        Predicate<String> table = CONSTANTS::equals;
        return INCLUDE.matcher(all).results().map(match -> match.group(1)).filter(table.negate()).toList();
    }

    /** Our models and those of the JDK's classes, which only sources in Java need. */
    ModelLibrary withJava() {
        List<FunctionModel> all = new ArrayList<>(functions);
        all.addAll(JavaModels.load());
        Map<String, Long> known = new LinkedHashMap<>(constants);
        known.putAll(JavaModels.constants());
        return new ModelLibrary(all, known);
    }

    /** The names that programs must not hide from the analysis. */
    ReservedNames reserved() {
        Set<String> names = new HashSet<>(constants.keySet());
        Map<String, Integer> parameters = new HashMap<>();
        for (FunctionModel function : functions) {
            names.add(function.name());
            if (!function.variadic()) {
                parameters.put(function.name(), function.parameters().size());
            }
        }
        return new ReservedNames(names, parameters);
    }

    /** Our models alone. */
    public Models models() {
        return new Models(functions, constants);
    }

    /**
     * Our models and the user's, which win where both describe a function.
     *
     * @param annotated prototypes of the user that carry attributes of ours
     * @param known named constants of the user's units
     * @param problems receives what is wrong in them
     */
    public Models with(List<Prototype> annotated, Map<String, Long> known, List<Problem> problems) {
        ModelReader.Result read =
                ModelReader.read(annotated, name -> constants.containsKey(name) || known.containsKey(name));
        problems.addAll(read.problems());
        List<FunctionModel> all = new ArrayList<>(functions);
        all.addAll(read.functions());
        return new Models(all, constants);
    }

    private static byte[] content(String header) {
        try (InputStream stream = ModelLibrary.class.getResourceAsStream(FOLDER + header)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + header);
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
