package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads types: the specifiers of a declaration, and what a declarator makes of them (C23 6.7). */
final class TypeReader {
    /** What {@code name} a declarator declares, and as what. */
    record Declarator(String name, @Nullable Syntax at, Type type, Set<Variable.Mark> marks, @Nullable Syntax function) {}

    /** Stands for {@code typeof} of an expression, see system-macros.h. */
    private static final String UNKNOWN_OPERAND = "typeof_operand";

    private static final Map<String, Type> KEYWORDS = keywords();

    private final Names names;
    private final Constants constants;

    /** The part of expression lowering that types need. */
    interface Constants {
        /** Value of a constant expression, such as the length of an array. */
        OptionalLong constant(Syntax expression);
    }

    TypeReader(Names names, Constants constants) {
        this.names = names;
        this.constants = constants;
    }

    /** The names that types are looked up in. */
    Names names() {
        return names;
    }

    private static Map<String, Type> keywords() {
        Map<String, Type> types = new HashMap<>();
        types.put("int", Type.INT);
        types.put("char", Type.CHAR);
        types.put("void", Type.VOID);
        types.put("float", new Type.Primitive("float", 4, true));
        types.put("double", new Type.Primitive("double", 8, true));
        types.put("bool", new Type.Primitive("bool", 1, false));
        types.put("_Bool", new Type.Primitive("bool", 1, false));
        types.put(UNKNOWN_OPERAND, Type.UNKNOWN);
        return Map.copyOf(types);
    }

    /** The type that the specifiers of a declaration, parameter, field or type name give. */
    Type specifiers(Syntax declaration) {
        Syntax type = declaration.child("type");
        return type == null ? Type.INT : specifier(type);
    }

    /** The type of a {@code type_descriptor}, as in a cast. */
    Type typeName(Syntax descriptor) {
        return declarator(specifiers(descriptor), descriptor.child("declarator"), Set.of()).type();
    }

    /** The type that one specifier gives; a structure or enumeration is declared by it. */
    Type specifier(Syntax type) {
        return switch (type.type()) {
            case "primitive_type", "type_identifier", "identifier" -> named(type.text());
            case "sized_type_specifier" -> sized(type.text());
            case "struct_specifier" -> struct(type, false);
            case "union_specifier" -> struct(type, true);
            case "enum_specifier" -> enumeration(type);
            case "macro_type_specifier" -> macro(type);
            default -> Type.UNKNOWN;
        };
    }

    private static Type named(String name) {
        Type keyword = KEYWORDS.get(name);
        return keyword == null ? new Type.Named(name) : keyword;
    }

    private static Type sized(String text) {
        int longs = 0;
        boolean unsigned = false;
        String base = "int";
        for (String word : text.split("\\s+")) {
            switch (word) {
                case "long" -> longs++;
                case "unsigned" -> unsigned = true;
                case "short", "char", "double" -> base = word;
                default -> {}
            }
        }
        if (base.equals("double")) {
            return new Type.Primitive("long double", 16, true);
        }
        String name = (unsigned ? "unsigned " : "") + (longs == 0 ? base : "long");
        long size = longs > 0 ? 8 : base.equals("short") ? 2 : base.equals("char") ? 1 : 4;
        return new Type.Primitive(name, size, !unsigned);
    }

    /** {@code _Atomic(int)}, which the grammar takes for a macro that gives a type. */
    private Type macro(Syntax type) {
        Syntax inner = type.child("type");
        return inner != null && type.textOf("name").equals("_Atomic") ? typeName(inner) : Type.UNKNOWN;
    }

    private Type struct(Syntax specifier, boolean union) {
        String tag = specifier.textOf("name");
        Syntax body = specifier.child("body");
        if (body == null) {
            Type.Struct known = tag.isEmpty() ? null : names.tag(tag);
            return known == null ? new Type.Struct(tag, List.of(), union, false) : known;
        }
        List<Type.Field> fields = new ArrayList<>();
        body.children().forEach(member -> readFields(member, fields));
        Type.Struct struct = new Type.Struct(tag, fields, union, true);
        if (!tag.isEmpty()) {
            names.defineTag(struct);
        }
        return struct;
    }

    private void readFields(Syntax member, List<Type.Field> fields) {
        if (!member.is("field_declaration")) {
            return;
        }
        Type base = specifiers(member);
        List<Syntax> declarators = member.children("declarator");
        if (declarators.isEmpty() && base instanceof Type.Struct) {
            fields.add(new Type.Field("", base));
        }
        for (Syntax declarator : declarators) {
            Declarator field = declarator(base, declarator, Set.of());
            fields.add(new Type.Field(field.name(), field.type()));
        }
    }

    private Type enumeration(Syntax specifier) {
        Syntax body = specifier.child("body");
        if (body != null) {
            OptionalLong next = OptionalLong.of(0);
            for (Syntax enumerator : body.children()) {
                if (enumerator.is("enumerator")) {
                    Syntax value = enumerator.child("value");
                    next = value == null ? next : constants.constant(value);
                    next.ifPresent(number -> names.define(enumerator.textOf("name"), new Names.Enumerator(number)));
                    next = next.isPresent() ? OptionalLong.of(next.getAsLong() + 1) : next;
                }
            }
        }
        return Type.INT;
    }

    /**
     * What a declarator declares.
     *
     * @param base type that the specifiers gave
     * @param declarator null for an abstract one that says nothing
     * @param marks marks of the base type
     */
    Declarator declarator(Type base, @Nullable Syntax declarator, Set<Variable.Mark> marks) {
        Type type = base;
        Set<Variable.Mark> own = marks;
        Syntax function = null;
        Syntax at = declarator;
        while (at != null) {
            switch (at.type()) {
                case "pointer_declarator", "abstract_pointer_declarator", "pointer_field_declarator", "pointer_type_declarator" -> {
                    type = new Type.Pointer(type);
                    own = qualifiers(at);
                    function = null;
                }
                case "array_declarator", "abstract_array_declarator" -> {
                    type = new Type.Array(type, length(at.child("size")));
                    function = null;
                }
                case "function_declarator", "abstract_function_declarator" -> {
                    type = new Type.FunctionType(type, parameterTypes(at));
                    function = at;
                }
                case "identifier", "field_identifier", "type_identifier", "primitive_type" -> {
                    return new Declarator(at.text(), at, type, own, function);
                }
                default -> {}
            }
            at = inner(at);
        }
        return new Declarator("", null, type, own, function);
    }

    static @Nullable Syntax inner(Syntax declarator) {
        Syntax inner = declarator.child("declarator");
        if (inner != null) {
            return inner;
        }
        for (Syntax child : declarator.children()) {
            if (child.type().endsWith("declarator") || child.type().endsWith("identifier")) {
                return child;
            }
        }
        return null;
    }

    private long length(@Nullable Syntax size) {
        long length = size == null ? -1 : constants.constant(size).orElse(-1);
        return Math.max(length, -1);
    }

    private List<Type> parameterTypes(Syntax function) {
        Syntax list = function.child("parameters");
        List<Type> types = new ArrayList<>();
        if (list != null) {
            for (Syntax parameter : list.children()) {
                if (parameter.is("parameter_declaration")) {
                    types.add(parameterType(declarator(specifiers(parameter), parameter.child("declarator"), Set.of()).type()));
                }
            }
        }
        return types.size() == 1 && types.getFirst().equals(Type.VOID) ? List.of() : types;
    }

    /** The type a parameter is adjusted to: arrays and functions become pointers. */
    static Type parameterType(Type declared) {
        return switch (declared) {
            case Type.Array(Type element, long ignored) -> new Type.Pointer(element);
            case Type.FunctionType function -> new Type.Pointer(function);
            default -> declared;
        };
    }

    /** The type qualifiers among the children of a declaration or pointer. */
    static Set<Variable.Mark> qualifiers(Syntax declaration) {
        Set<Variable.Mark> marks = EnumSet.noneOf(Variable.Mark.class);
        for (Syntax child : declaration.children()) {
            if (child.is("type_qualifier")) {
                switch (child.text()) {
                    case "const" -> marks.add(Variable.Mark.CONST);
                    case "volatile", "__volatile__", "__volatile" -> marks.add(Variable.Mark.VOLATILE);
                    case "_Atomic" -> marks.add(Variable.Mark.ATOMIC);
                    default -> {}
                }
            }
        }
        Syntax type = declaration.child("type");
        if (type != null && (type.text().startsWith("_Atomic") || type.text().startsWith("atomic_"))) {
            marks.add(Variable.Mark.ATOMIC);
        }
        return marks;
    }
}
