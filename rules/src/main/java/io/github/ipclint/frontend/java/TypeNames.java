package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What type names mean in one compilation unit (JLS 6.5.5). */
final class TypeNames {
    private final String packageName;
    private final ClassTable classes;
    private final Map<String, SourceClass> topLevel = new LinkedHashMap<>();
    private final Map<String, String> singleImports = new HashMap<>();
    private final Map<String, String> staticImports = new HashMap<>();
    private final List<String> onDemand = new ArrayList<>();
    private final List<String> staticOnDemand = new ArrayList<>();
    private final Map<String, String> resolved = new HashMap<>();

    TypeNames(CompilationUnit unit, ClassTable classes) {
        this.classes = classes;
        this.packageName = unit.getPackageDeclaration().map(NodeWithName::getNameAsString).orElse("");
        unit.getImports().forEach(this::read);
        for (TypeDeclaration<?> type : unit.getTypes()) {
            if (type.isClassOrInterfaceDeclaration() && type.asClassOrInterfaceDeclaration().isCompact()) {
                addModule("java.base");
            }
            SourceClass declared = new SourceClass(qualified(type.getNameAsString()), null, this, type);
            topLevel.putIfAbsent(type.getNameAsString(), declared);
            add(declared);
        }
        onDemand.add("java.lang");
    }

    private void add(SourceClass declared) {
        classes.add(declared);
        declared.memberClasses().forEach(this::add);
    }

    private void read(ImportDeclaration declaration) {
        String name = declaration.getNameAsString();
        if (declaration.isModule()) {
            addModule(name);
        } else if (declaration.isAsterisk()) {
            (declaration.isStatic() ? staticOnDemand : onDemand).add(name);
        } else {
            String simple = name.substring(name.lastIndexOf('.') + 1);
            (declaration.isStatic() ? staticImports : singleImports).put(simple, name);
        }
    }

    private void addModule(String module) {
        ModuleFinder.ofSystem()
                .find(module)
                .ifPresent(
                        found -> found.descriptor().exports().stream()
                                .filter(exported -> !exported.isQualified())
                                .map(Exports::source)
                                .sorted()
                                .forEach(onDemand::add));
    }

    Iterable<SourceClass> topLevel() {
        return topLevel.values();
    }

    @Nullable SourceClass topLevel(String simpleName) {
        return topLevel.get(simpleName);
    }

    String qualified(String simpleName) {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }

    /** The class that an import names for this member, whether it is known or not. */
    @Nullable String singleStaticImport(String member) {
        String name = staticImports.get(member);
        return name == null ? null : name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** Classes from which a static import may bring this member, most specific first. */
    List<String> staticImportsOf(String member) {
        List<String> found = new ArrayList<>();
        String single = staticImports.get(member);
        if (single != null) {
            found.add(single.substring(0, Math.max(0, single.lastIndexOf('.'))));
        }
        found.addAll(staticOnDemand);
        return found;
    }

    /** Whether {@code var} stands where a type could. */
    static boolean isInferred(Type type) {
        return type.isVarType() || type instanceof ClassOrInterfaceType named && named.getNameWithScope().equals("var");
    }

    /** The supertypes of a class, nearest first. */
    List<String> supertypes(String qualified) {
        return classes.supertypes(qualified);
    }

    /** @param variables what type variables and local classes stand for, null for other names */
    JavaType convert(Type type, @Nullable SourceClass inside, Function<String, @Nullable JavaType> variables) {
        return switch (type) {
            case PrimitiveType primitive -> JavaType.of(primitive.asString());
            case VoidType ignored -> JavaType.VOID;
            case ArrayType array -> convert(array.getComponentType(), inside, variables).array(1);
            case ClassOrInterfaceType named -> convertNamed(named, inside, variables);
            case UnionType union -> convert(union.getElements().get(0), inside, variables);
            case IntersectionType both -> convert(both.getElements().get(0), inside, variables);
            case WildcardType wildcard ->
                    wildcard.getExtendedType()
                            .or(wildcard::getSuperType)
                            .map(bound -> convert(bound, inside, variables))
                            .orElse(JavaType.OBJECT);
            default -> JavaType.UNKNOWN;
        };
    }

    private JavaType convertNamed(ClassOrInterfaceType type, @Nullable SourceClass inside, Function<String, @Nullable JavaType> variables) {
        String written = type.getNameWithScope();
        JavaType variable = variables.apply(written);
        if (variable != null) {
            return variable;
        }
        List<JavaType> arguments =
                type.getTypeArguments()
                        .map(list -> list.stream().map(argument -> convert(argument, inside, variables)).toList())
                        .orElse(List.of());
        return new JavaType(qualify(written, inside), arguments, 0);
    }

    /** Qualified name of the class that is meant; what no declaration explains stays as it is written. */
    String qualify(String written, @Nullable SourceClass inside) {
        String found = lookUp(written, inside);
        if (found != null) {
            return found;
        }
        return singleImports.getOrDefault(written, written);
    }

    /** Like {@link #qualify}, null when no class of that name is known. */
    @Nullable String lookUp(String written, @Nullable SourceClass inside) {
        int dot = written.lastIndexOf('.');
        if (dot < 0) {
            return lookUpSimple(written, inside);
        }
        String outer = lookUp(written.substring(0, dot), inside);
        String member = outer == null ? null : memberOf(outer, written.substring(dot + 1));
        if (member != null) {
            return member;
        }
        return classes.find(written) == null ? null : written;
    }

    private @Nullable String lookUpSimple(String simple, @Nullable SourceClass inside) {
        for (SourceClass at = inside; at != null; at = at.outer()) {
            if (at.name().endsWith("." + simple) || at.name().equals(simple)) {
                return at.name();
            }
            String member = memberOf(at.name(), simple);
            if (member != null) {
                return member;
            }
        }
        String known = resolved.get(simple);
        if (known == null) {
            known = lookUpInUnit(simple);
            resolved.put(simple, known);
        }
        return known.isEmpty() ? null : known;
    }

    /** Empty when there is none. */
    private String lookUpInUnit(String simple) {
        SourceClass own = topLevel.get(simple);
        if (own != null) {
            return own.name();
        }
        String imported = singleImports.get(simple);
        if (imported != null) {
            return classes.find(imported) == null ? "" : imported;
        }
        if (classes.find(qualified(simple)) != null) {
            return qualified(simple);
        }
        for (String name : onDemand) {
            if (classes.find(name + "." + simple) != null) {
                return name + "." + simple;
            }
        }
        for (String type : staticImportsOf(simple)) {
            String member = memberOf(type, simple);
            if (member != null) {
                return member;
            }
        }
        return "";
    }

    /** Member class, inherited ones included. */
    private @Nullable String memberOf(String type, String simple) {
        ClassInfo info = classes.find(type);
        if (info == null) {
            return null;
        }
        String own = info.member(simple);
        if (own != null) {
            return own;
        }
        for (String supertype : classes.supertypes(type)) {
            ClassInfo inherited = classes.find(supertype);
            String member = inherited == null ? null : inherited.member(simple);
            if (member != null) {
                return member;
            }
        }
        return null;
    }
}
