package io.github.ipclint.frontend.java;

import io.github.ipclint.frontend.java.ClassInfo.FieldInfo;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Problem;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.ir.Variable.Kind;
import io.github.ipclint.ir.Variable.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the functions of one file share while it is lowered. */
final class UnitContext {
    private final String path;
    private final SourceText text;
    private final ClassTable classes;
    private final Constants constants;
    private final List<Function> functions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Variable> statics = new LinkedHashMap<>();
    private final Map<String, JavaType> results = new HashMap<>();
    private final Map<String, Integer> counters = new HashMap<>();
    private @Nullable FunctionContext initializer;

    UnitContext(String path, SourceText text, ClassTable classes) {
        this.path = path;
        this.text = text;
        this.classes = classes;
        this.constants = new Constants(classes);
    }

    String path() {
        return path;
    }

    SourceText text() {
        return text;
    }

    ClassTable classes() {
        return classes;
    }

    Constants constants() {
        return constants;
    }

    List<Function> functions() {
        return functions;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Static fields seen so far, those of other files as external. */
    Iterable<Variable> statics() {
        return statics.values();
    }

    /** The one variable of a static field. A private field cannot be meant by another file, so its name stays short. */
    Variable staticField(FieldInfo field) {
        return staticField(field, false, SourceRange.NONE);
    }

    Variable declareStatic(FieldInfo field, SourceRange at) {
        return staticField(field, true, at);
    }

    private Variable staticField(FieldInfo field, boolean here, SourceRange at) {
        String qualified = field.owner() + "." + field.name();
        return statics.computeIfAbsent(
                qualified,
                key -> new Variable(
                        field.isPrivate() ? field.name() : qualified,
                        field.type().toIr(),
                        field.isPrivate() ? Kind.FILE_STATIC : Kind.GLOBAL,
                        here ? Set.of() : Set.of(Mark.EXTERN),
                        at));
    }

    /** The function that runs the static initialisers of the file, ready for code in this scope. */
    FunctionContext initializer(Scope.OfClass scope) {
        FunctionContext known = initializer;
        if (known == null) {
            String name = scope.info().name() + ".<clinit>";
            known = new FunctionContext(this, name, name, scope, JavaType.VOID);
            initializer = known;
        }
        known.enter(new Scope.Block(scope));
        return known;
    }

    @Nullable FunctionContext initializer() {
        return initializer;
    }

    /** Notes what a lambda or method reference returns. */
    void setResult(String function, JavaType type) {
        results.putIfAbsent(function, type);
    }

    /** What a lambda or method reference returns, unknown when nothing says so. */
    JavaType resultOf(String function) {
        return results.getOrDefault(function, JavaType.UNKNOWN);
    }

    /** Next number in a series, from 1. */
    int next(String series) {
        return counters.merge(series, 1, Integer::sum);
    }
}
