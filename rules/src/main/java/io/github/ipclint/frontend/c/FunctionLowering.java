package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Function.Mark;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lowers one function definition. */
final class FunctionLowering {
    private final Names names;
    private final Body.Unit unit;
    private final String path;
    private final PrototypeReader prototypes;

    FunctionLowering(Names names, Body.Unit unit, String path) {
        this.names = names;
        this.unit = unit;
        this.path = path;
        this.prototypes = new PrototypeReader(ExpressionLowering.unevaluated(names).reader());
    }

    /** The function; null where the definition has no name or no body. */
    @Nullable Function lower(Syntax definition, Set<String> noreturn) {
        TypeReader reader = ExpressionLowering.unevaluated(names).reader();
        TypeReader.Declarator declared = reader.declarator(reader.specifiers(definition), definition.child("declarator"), Set.of());
        Syntax body = definition.child("body");
        if (declared.function() == null || declared.at() == null || body == null) {
            return null;
        }
        names.enter();
        Body lowering = new Body(names, unit);
        List<Variable> parameters = parameters(definition, declared.function());
        parameters.forEach(parameter -> names.define(parameter.name(), new Names.VariableName(parameter)));
        lowering.statements().statement(body);
        lowering.statements().jumps().connect();
        names.leave();
        Type result = declared.type() instanceof Type.FunctionType function ? lowering.types().complete(function.result()) : Type.UNKNOWN;
        Set<Mark> marks = marks(definition, declared.function(), noreturn.contains(declared.name()));
        return new Function(
                declared.name(), path, parameters, result, lowering.locals(), lowering.cfg().build(), declared.at().range(),
                definition.range(), marks,
                Brokenness.find(definition).isEmpty());
    }

    private List<Variable> parameters(Syntax definition, Syntax function) {
        List<Variable> parameters = prototypes.parameters(function);
        return parameters.isEmpty() ? oldStyle(definition, function) : parameters.stream().map(this::named).toList();
    }

    /** In {@code int f(x) { … }} the grammar takes the name for a type. */
    private Variable named(Variable parameter) {
        boolean name = parameter.name().isEmpty() && parameter.type() instanceof Type.Named(String text) && names.meaning(text) == null;
        return name && parameter.type() instanceof Type.Named(String text)
                ? new Variable(text, Type.INT, Variable.Kind.PARAMETER, Set.of(), parameter.at())
                : parameter;
    }

    /** {@code int f(a, b) int a; char *b; { … }}: what has no declaration is an int. */
    private List<Variable> oldStyle(Syntax definition, Syntax function) {
        Map<String, Variable> declared = new HashMap<>();
        TypeReader reader = ExpressionLowering.unevaluated(names).reader();
        for (Syntax declaration : definition.children()) {
            if (declaration.is("declaration")) {
                Type base = reader.specifiers(declaration);
                for (Syntax declarator : declaration.children("declarator")) {
                    TypeReader.Declarator one = reader.declarator(base, declarator, TypeReader.qualifiers(declaration));
                    declared.put(one.name(), parameter(one.name(), one.type(), declarator));
                }
            }
        }
        List<Variable> parameters = new ArrayList<>();
        Syntax list = function.child("parameters");
        for (Syntax name : list == null ? List.<Syntax>of() : list.children()) {
            if (name.is("identifier")) {
                Variable known = declared.get(name.text());
                parameters.add(known == null ? parameter(name.text(), Type.INT, name) : known);
            }
        }
        return parameters;
    }

    private static Variable parameter(String name, Type type, Syntax at) {
        return new Variable(name, TypeReader.parameterType(type), Variable.Kind.PARAMETER, Set.of(), at.range());
    }

    private static Set<Mark> marks(Syntax definition, Syntax function, boolean noreturn) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (Declarations.hasStorage(definition, "static")) {
            marks.add(Mark.STATIC);
        }
        if (definition.children().stream().anyMatch(child -> child.is("storage_class_specifier") && child.text().contains("inline"))) {
            marks.add(Mark.INLINE);
        }
        if (noreturn || isNoreturn(definition)) {
            marks.add(Mark.NORETURN);
        }
        if (PrototypeReader.isVariadic(function)) {
            marks.add(Mark.VARIADIC);
        }
        return marks;
    }

    /** Whether a declaration says that the function never returns, in one of the ways to say it. */
    static boolean isNoreturn(Syntax declaration) {
        return Declarations.attributes(declaration).stream().anyMatch(attribute -> attribute.contains("noreturn"))
                || declaration.children().stream()
                        .anyMatch(child -> child.is("type_qualifier") && child.text().toLowerCase(Locale.ROOT).contains("noreturn"));
    }
}
