package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import io.github.ipclint.frontend.java.ClassInfo.MethodInfo;
import io.github.ipclint.ir.Expression.NamedConstant;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Argument;
import io.github.ipclint.ir.TranslationUnit.Attribute;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.ir.Variable.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads methods with {@code @Ipc("…")} annotations as prototypes for the models. The exceptions of the throws clause are their
 * failures. A native method stands for an instruction of the virtual machine, whose name has angle brackets.
 */
final class PrototypeReader {
    private static final String ANNOTATION = "Ipc";

    private final SourceText text;
    private final boolean all;
    private final List<Prototype> prototypes = new ArrayList<>();

    /** @param all whether methods without annotation count too, as known and harmless */
    PrototypeReader(SourceText text, boolean all) {
        this.text = text;
        this.all = all;
    }

    List<Prototype> read(TypeNames names) {
        names.topLevel().forEach(this::read);
        return prototypes;
    }

    private void read(SourceClass declared) {
        for (BodyDeclaration<?> member : declared.members()) {
            if (member instanceof CallableDeclaration<?> callable) {
                List<AnnotationExpr> annotations =
                        callable.getAnnotations().stream().filter(annotation -> isOurs(annotation)).toList();
                if (all || !annotations.isEmpty()) {
                    prototypes.add(prototype(declared, callable, annotations));
                }
            }
        }
        declared.memberClasses().forEach(this::read);
    }

    private static boolean isOurs(AnnotationExpr annotation) {
        return annotation.getName().getIdentifier().equals(ANNOTATION);
    }

    private Prototype prototype(SourceClass owner, CallableDeclaration<?> callable, List<AnnotationExpr> annotations) {
        MethodInfo method = SourceMethods.describe(owner, callable);
        SourceRange at = text.range(callable.getName());
        List<Variable> parameters = new ArrayList<>();
        Map<String, Variable> slots = new HashMap<>();
        if (!method.isStatic() && !method.name().equals("<init>")) {
            Variable self = new Variable("this", JavaType.of(owner.name()).toIr(), Kind.RECEIVER, Set.of(), at);
            parameters.add(self);
            slots.put("this", self);
        }
        for (int i = 0; i < method.parameters().size(); i++) {
            Parameter written = callable.getParameter(i);
            if (written.isVarArgs()) {
                break;
            }
            Variable variable =
                    new Variable(written.getNameAsString(), method.parameters().get(i).toIr(), Kind.PARAMETER, Set.of(),
                            text.range(written));
            parameters.add(variable);
            slots.put(variable.name(), variable);
        }
        Variable result = new Variable("result", method.result().toIr(), Kind.TEMPORARY, Set.of(), at);
        slots.put("result", result);
        String name = callable instanceof MethodDeclaration declared && declared.isNative() ? "<" + method.name() + ">" : method.name();
        return new Prototype(
                owner.name() + "." + name, parameters, result, method.variadic(), attributes(owner, method, annotations, slots), at);
    }

    private List<Attribute> attributes(
            SourceClass owner, MethodInfo method, List<AnnotationExpr> annotations, Map<String, Variable> slots) {
        List<Attribute> attributes = new ArrayList<>();
        for (AnnotationExpr annotation : annotations) {
            AttributeReader reader = new AttributeReader(slots, text.range(annotation));
            for (String line : lines(annotation)) {
                attributes.addAll(reader.read(line));
            }
        }
        if (!method.thrown().isEmpty()) {
            SourceRange at = annotations.isEmpty() ? SourceRange.NONE : text.range(annotations.getFirst());
            // With their supertypes, which a handler may name instead.
            List<Argument> types =
                    method.thrown().stream()
                            .flatMap(type -> Stream.concat(Stream.of(type.name()), owner.names().supertypes(type.name()).stream()))
                            .distinct()
                            .map(name -> new Argument(new NamedConstant(name), null))
                            .toList();
            attributes.add(new Attribute("fails", List.of(new Argument(null, new Attribute("throws", types, at))), at));
        }
        return attributes;
    }

    private static List<String> lines(AnnotationExpr annotation) {
        if (!(annotation instanceof SingleMemberAnnotationExpr single)) {
            return List.of();
        }
        List<Expression> values =
                single.getMemberValue() instanceof ArrayInitializerExpr list ? list.getValues() : List.of(single.getMemberValue());
        List<String> lines = new ArrayList<>();
        for (Expression value : values) {
            if (value instanceof StringLiteralExpr || value instanceof TextBlockLiteralExpr) {
                lines.add(constantText(value));
            }
        }
        return lines;
    }

    private static String constantText(Expression literal) {
        return Folding.literal(literal).expression() instanceof io.github.ipclint.ir.Expression.Text(String value) ? value : "";
    }
}
