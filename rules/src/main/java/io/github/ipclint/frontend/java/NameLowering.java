package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import io.github.ipclint.frontend.java.ClassInfo.FieldInfo;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.NamedConstant;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Expression.Unknown;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.Place.Dereference;
import io.github.ipclint.ir.Place.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the names in an expression mean: variables, fields of whichever object is around, static fields, types (JLS 6.5). */
final class NameLowering {
    private final FunctionContext context;

    NameLowering(FunctionContext context) {
        this.context = context;
    }

    /** What a name can be: a place that holds a value, a constant, or a type. Exactly one of the first three is not null. */
    record Meaning(@Nullable Place place, @Nullable Expression constant, @Nullable String typeName, JavaType type) {
        static Meaning place(Place place, JavaType type) {
            return new Meaning(place, null, null, type);
        }

        static Meaning constant(Expression value, JavaType type) {
            return new Meaning(null, value, null, type);
        }

        static Meaning type(String name) {
            return new Meaning(null, null, name, JavaType.UNKNOWN);
        }
    }

    Value value(NameExpr name) {
        Meaning meaning = simple(name.getNameAsString());
        return meaning == null ? new Value(new Unknown(name.getNameAsString()), JavaType.UNKNOWN) : value(meaning);
    }

    static Value value(Meaning meaning) {
        if (meaning.place() != null) {
            return new Value(new Read(meaning.place()), meaning.type());
        }
        Expression constant = meaning.constant();
        return new Value(constant != null ? constant : new Unknown(String.valueOf(meaning.typeName())), meaning.type());
    }

    /** A simple name as a variable, else as a type, else null. */
    @Nullable Meaning simple(String name) {
        for (Scope at = context.scope(); at != null; at = at.parent()) {
            Meaning found =
                    switch (at) {
                        case Scope.Block block -> {
                            Scope.Local local = block.variables().get(name);
                            yield local == null ? null : Meaning.place(new Cell(local.variable()), local.type());
                        }
                        case Scope.OfClass ofClass -> member(ofClass, name);
                    };
            if (found != null) {
                return found;
            }
        }
        return imported(name);
    }

    private @Nullable Meaning member(Scope.OfClass scope, String name) {
        FieldInfo field = context.unit().classes().field(JavaType.of(scope.info().name()), name);
        if (field == null) {
            return null;
        }
        Expression self = scope.self();
        if (field.isStatic() || self == null) {
            return ofStatic(field);
        }
        return Meaning.place(new Field(new Dereference(self), name), field.type());
    }

    private @Nullable Meaning imported(String name) {
        SourceClass owner = context.scope().owner();
        for (String type : owner.names().staticImportsOf(name)) {
            FieldInfo field = context.unit().classes().field(JavaType.of(type), name);
            if (field != null && field.isStatic()) {
                return ofStatic(field);
            }
        }
        JavaType local = context.scope().type(name);
        String type = local != null ? local.name() : owner.names().lookUp(name, owner);
        return type == null ? null : Meaning.type(type);
    }

    private Meaning ofStatic(FieldInfo field) {
        if (field.isEnumConstant() || !(context.unit().classes().find(field.owner()) instanceof SourceClass declaring)) {
            return Meaning.constant(new NamedConstant(field.owner() + "." + field.name()), field.type());
        }
        Expression constant = context.unit().constants().of(declaring, field.name());
        return constant != null
                ? Meaning.constant(constant, field.type())
                : Meaning.place(new Cell(context.unit().staticField(field)), field.type());
    }

    /** {@code a.b}: a field of a value, a static field, or a type. */
    @Nullable Meaning qualified(FieldAccessExpr access) {
        String name = access.getNameAsString();
        Meaning before = prefix(access.getScope());
        if (before != null && before.typeName() != null) {
            return ofType(before.typeName(), name);
        }
        if (before == null && access.getScope() instanceof FieldAccessExpr || before == null && access.getScope() instanceof NameExpr) {
            String type = context.scope().owner().names().lookUp(access.toString(), context.scope().owner());
            if (type != null) {
                return Meaning.type(type);
            }
            return null;
        }
        Value object = before != null ? value(before) : context.expressions().lower(access.getScope());
        return fieldOf(object, name);
    }

    private @Nullable Meaning prefix(com.github.javaparser.ast.expr.Expression scope) {
        return switch (scope) {
            case NameExpr name -> simple(name.getNameAsString());
            case FieldAccessExpr access -> qualified(access);
            default -> null;
        };
    }

    private @Nullable Meaning ofType(String typeName, String name) {
        FieldInfo field = context.unit().classes().field(JavaType.of(typeName), name);
        if (field != null) {
            return ofStatic(field);
        }
        String member = context.scope().owner().names().lookUp(typeName + "." + name, null);
        return member != null ? Meaning.type(member) : Meaning.constant(new NamedConstant(typeName + "." + name), JavaType.UNKNOWN);
    }

    private Meaning fieldOf(Value object, String name) {
        Place place = new Field(new Dereference(object.expression()), name);
        if (object.type().dimensions() > 0) {
            return Meaning.place(place, JavaType.INT);
        }
        FieldInfo field = context.unit().classes().field(object.type(), name);
        if (field != null && field.isStatic()) {
            return ofStatic(field);
        }
        return Meaning.place(place, field == null ? JavaType.UNKNOWN : field.type());
    }

    /** {@code this} or {@code Outer.this}. */
    Value self(ThisExpr expression) {
        String wanted =
                expression
                        .getTypeName()
                        .map(name -> context.scope().owner().names().qualify(name.asString(), context.scope().owner()))
                        .orElse(null);
        for (Scope at = context.scope(); at != null; at = at.parent()) {
            if (at instanceof Scope.OfClass ofClass && (wanted == null || ofClass.info().name().equals(wanted))) {
                Expression self = ofClass.self();
                return new Value(self != null ? self : new Unknown("this"), JavaType.of(ofClass.info().name()));
            }
        }
        return new Value(new Unknown(expression.toString()), JavaType.UNKNOWN);
    }

    /** The class in scope, inside out, that has a method of this name (JLS 15.12.1); null when none is known to have one. */
    Scope.@Nullable OfClass classWith(String method) {
        for (Scope at = context.scope(); at != null; at = at.parent()) {
            if (at instanceof Scope.OfClass ofClass && hasMethod(ofClass.info(), method)) {
                return ofClass;
            }
        }
        return null;
    }

    private boolean hasMethod(SourceClass info, String method) {
        ClassTable classes = context.unit().classes();
        List<String> types = classes.supertypes(info.name());
        return !info.methods(method).isEmpty()
                || types.stream().map(classes::find).anyMatch(type -> type != null && !type.methods(method).isEmpty());
    }
}
