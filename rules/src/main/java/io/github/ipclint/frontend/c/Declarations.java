package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lowers declarations inside functions. */
final class Declarations {
    private final Body body;

    Declarations(Body body) {
        this.body = body;
    }

    /** A declaration, with the initialisers of its variables. */
    void declare(Syntax declaration) {
        Syntax type = declaration.child("type");
        if (type != null && type.is("type_identifier") && body.names().meaning(type.text()) instanceof Names.VariableName) {
            // "x * y;" is a product without effect where x is a variable.
            return;
        }
        TypeReader reader = body.expressions().reader();
        Type base = reader.specifiers(declaration);
        Set<Variable.Mark> marks = TypeReader.qualifiers(declaration);
        for (Syntax declarator : declaration.children("declarator")) {
            Syntax value = declarator.is("init_declarator") ? declarator.child("value") : null;
            Syntax inner = declarator.is("init_declarator") ? declarator.child("declarator") : declarator;
            TypeReader.Declarator declared = reader.declarator(base, inner, marks);
            if (declared.type() instanceof Type.FunctionType) {
                body.names().define(declared.name(), new Names.FunctionName(declared.type()));
            } else if (declared.at() != null) {
                variable(declaration, declarator, declared, value);
            }
        }
    }

    private void variable(Syntax declaration, Syntax declarator, TypeReader.Declarator declared, @Nullable Syntax value) {
        if (hasStorage(declaration, "extern")) {
            Syntax at = declared.at() == null ? declarator : declared.at();
            body.names().define(declared.name(),
                    new Names.VariableName(body.unit().external(declared.name(), declared.type(), at.range())));
            return;
        }
        boolean isStatic = hasStorage(declaration, "static");
        Variable variable = define(declaration, declarator, declared, value, isStatic ? Variable.Kind.STATIC_LOCAL : Variable.Kind.LOCAL);
        body.locals().add(variable);
        body.names().define(declared.name(), new Names.VariableName(variable));
        Place place = new Place.Cell(variable);
        if (isStatic && value != null) {
            body.unit().initialize(place, value);
        } else if (value != null) {
            body.initializers().initialize(place, value);
        } else if (!isStatic) {
            body.assign(place, new Expression.Unknown("uninitialised"), declarator.range());
        }
    }

    private Variable define(Syntax declaration, Syntax declarator, TypeReader.Declarator declared, @Nullable Syntax value,
            Variable.Kind kind) {
        Type type = body.types().complete(declared.type());
        Set<Variable.Mark> marks = EnumSet.noneOf(Variable.Mark.class);
        marks.addAll(declared.marks());
        if (hasCleanup(declaration) || hasCleanup(declarator)) {
            marks.add(Variable.Mark.CLEANUP);
        }
        Syntax at = declared.at() == null ? declarator : declared.at();
        return new Variable(declared.name(), value == null ? type : body.initializers().sized(type, value), kind, marks, at.range());
    }

    static boolean hasStorage(Syntax declaration, String storage) {
        return declaration.children().stream().anyMatch(child -> child.is("storage_class_specifier") && child.text().equals(storage));
    }

    private static boolean hasCleanup(Syntax declaration) {
        return attributes(declaration).stream().anyMatch(attribute -> attribute.contains("cleanup"));
    }

    /** The texts of GNU attributes of a declaration and its declarators. */
    static List<String> attributes(Syntax declaration) {
        return declaration.children().stream()
                .flatMap(child -> child.is("attribute_specifier") || child.is("attribute_declaration")
                        ? List.of(child.text()).stream()
                        : child.type().endsWith("declarator") ? attributes(child).stream() : List.<String>of().stream())
                .toList();
    }
}
