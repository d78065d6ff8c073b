package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Argument;
import io.github.ipclint.ir.TranslationUnit.Attribute;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the prototypes of functions, with what attributes of our namespace say about them. */
final class PrototypeReader {
    private static final String NAMESPACE = "ipc";
    private static final String NORETURN = "noreturn";

    /** What is said is not all that the function does. */
    private static final Attribute PARTIAL = new Attribute("partial", List.of(), SourceRange.NONE);

    private final TypeReader reader;

    PrototypeReader(TypeReader reader) {
        this.reader = reader;
    }

    /** The functions that a declaration or definition declares, also those without attributes. */
    List<Prototype> read(Syntax declaration) {
        List<Prototype> prototypes = new ArrayList<>();
        Type base = reader.specifiers(declaration);
        for (Syntax declarator : declaration.children("declarator")) {
            TypeReader.Declarator declared = reader.declarator(base, declarator, Set.of());
            if (declared.function() != null && declared.at() != null && declared.type() instanceof Type.FunctionType function) {
                prototypes.add(prototype(declaration, declarator, declared, declared.function(), function.result()));
            }
        }
        return prototypes;
    }

    /** Whether a declaration carries attributes in double brackets, or those of GNU C that say something of descriptors or of the end. */
    static boolean hasAttributes(Syntax declaration) {
        if (FunctionLowering.isNoreturn(declaration)) {
            return true;
        }
        for (Syntax child : declaration.children()) {
            if (child.is("attribute_declaration") || asksForDescriptor(child)
                    || (child.type().endsWith("declarator") && hasAttributes(child))) {
                return true;
            }
        }
        return false;
    }

    private static boolean asksForDescriptor(Syntax attributes) {
        return attributes.is("attribute_specifier") && DescriptorAttributes.areIn(attributes.text());
    }

    private Prototype prototype(Syntax declaration, Syntax declarator, TypeReader.Declarator declared, Syntax function, Type resultType) {
        List<Variable> parameters = parameters(function);
        // Functions and variables of the file mean nothing there: a word of the vocabulary may have the name of one.
        Names names = hasAttributes(declaration) ? reader.names().typesOnly() : new Names();
        parameters.forEach(parameter -> names.define(parameter.name(), new Names.VariableName(parameter)));
        Syntax at = declared.at() == null ? declaration : declared.at();
        Variable result = new Variable("result", resultType, Variable.Kind.TEMPORARY, Set.of(), at.range());
        names.define("result", new Names.VariableName(result));
        ExpressionLowering expressions = ExpressionLowering.unevaluated(names);
        List<Attribute> attributes = new ArrayList<>();
        List<Attribute> descriptors = new ArrayList<>();
        for (Syntax part = declaration; part != null && part != at; part = part == declaration ? declarator : TypeReader.inner(part)) {
            collect(part, expressions, attributes);
            collectDescriptors(part, parameters, descriptors);
        }
        if (FunctionLowering.isNoreturn(declaration) && attributes.isEmpty()) {
            descriptors.add(new Attribute(NORETURN, List.of(), at.range()));
        }
        // A description of ours says all that there is to say; an attribute of GNU C only one thing of many.
        if (!descriptors.isEmpty() && attributes.stream().allMatch(attribute -> attribute.name().equals(NORETURN))) {
            attributes.addAll(descriptors);
            attributes.add(PARTIAL);
        }
        return new Prototype(declared.name(), parameters, result, isVariadic(function), List.copyOf(attributes), at.range());
    }

    private static void collectDescriptors(Syntax parent, List<Variable> parameters, List<Attribute> attributes) {
        for (Syntax child : parent.children()) {
            if (child.is("attribute_declaration") || child.is("attribute_specifier")) {
                attributes.addAll(DescriptorAttributes.read(child.text(), parameters, child.range()));
            }
        }
    }

    /** The parameters, in order; one without a name has an empty one. */
    List<Variable> parameters(Syntax function) {
        List<Variable> parameters = new ArrayList<>();
        Syntax list = function.child("parameters");
        for (Syntax parameter : list == null ? List.<Syntax>of() : list.children()) {
            if (parameter.is("parameter_declaration")) {
                parameters.add(parameter(parameter));
            }
        }
        boolean none = parameters.size() == 1 && parameters.getFirst().name().isEmpty() && parameters.getFirst().type().equals(Type.VOID);
        return none ? List.of() : parameters;
    }

    private Variable parameter(Syntax parameter) {
        TypeReader.Declarator declared =
                reader.declarator(reader.specifiers(parameter), parameter.child("declarator"), TypeReader.qualifiers(parameter));
        Syntax at = declared.at() == null ? parameter : declared.at();
        return new Variable(declared.name(), TypeReader.parameterType(declared.type()), Variable.Kind.PARAMETER, declared.marks(),
                at.range());
    }

    static boolean isVariadic(Syntax function) {
        Syntax list = function.child("parameters");
        return list != null && list.first("variadic_parameter") != null;
    }

    private void collect(Syntax parent, ExpressionLowering expressions, List<Attribute> attributes) {
        for (Syntax child : parent.children()) {
            if (child.is("attribute_declaration")) {
                for (Syntax attribute : child.children()) {
                    Attribute read = attribute(attribute, expressions);
                    if (read != null) {
                        attributes.add(read);
                    }
                }
            }
        }
    }

    private @Nullable Attribute attribute(Syntax attribute, ExpressionLowering expressions) {
        String name = attribute.textOf("name");
        boolean ours = attribute.textOf("prefix").equals(NAMESPACE);
        // The standard one says the same as a model would.
        boolean noreturn = attribute.child("prefix") == null && name.equals(NORETURN);
        if (!attribute.is("attribute") || !(ours || noreturn)) {
            return null;
        }
        return new Attribute(name, arguments(attribute.first("argument_list"), expressions), attribute.range());
    }

    private List<Argument> arguments(@Nullable Syntax list, ExpressionLowering expressions) {
        List<Argument> arguments = new ArrayList<>();
        for (Syntax argument : list == null ? List.<Syntax>of() : list.children()) {
            Syntax function = argument.is("call_expression") ? argument.child("function") : null;
            if (function != null && function.is("identifier")) {
                Attribute nested = new Attribute(function.text(), arguments(argument.child("arguments"), expressions), argument.range());
                arguments.add(new Argument(null, nested));
            } else {
                Expression value = expressions.value(argument);
                arguments.add(new Argument(value, null));
            }
        }
        return List.copyOf(arguments);
    }
}
