package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Problem;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lowers what stands at file scope: first all declarations, then the bodies. */
final class UnitLowering implements Body.Unit {
    private static final String INITIALIZER = "<initializer>";

    private final boolean allPrototypes;
    private final String path;
    private final Names names;
    private final ExpressionLowering expressions;
    private final PrototypeReader prototypeReader;
    private final FunctionLowering functionLowering;
    private final Map<String, Variable> globals = new LinkedHashMap<>();
    private final List<Header.Initial> initials = new ArrayList<>();
    private final List<Syntax> definitions = new ArrayList<>();
    private final List<Prototype> prototypes = new ArrayList<>();
    private final Set<String> noreturn = new HashSet<>();
    private final Set<String> defined = new HashSet<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<Function> functions = new ArrayList<>();
    private final Body initializer;
    private boolean initializes;

    /** @param names what included headers declare; the file adds to it */
    UnitLowering(String path, Names names) {
        this(path, names, false);
    }

    private UnitLowering(String path, Names names, boolean allPrototypes) {
        this.allPrototypes = allPrototypes;
        this.path = path;
        this.names = names;
        this.expressions = ExpressionLowering.unevaluated(names);
        this.prototypeReader = new PrototypeReader(expressions.reader());
        this.functionLowering = new FunctionLowering(names, this, path);
        this.initializer = new Body(names, this);
    }

    /** For a file whose prototypes count also where they carry no attributes. */
    static UnitLowering ofModels(String path) {
        return new UnitLowering(path, new Names(), true);
    }

    /** Makes known what an included header declares. */
    void include(Header header) {
        names.include(header.names());
        noreturn.addAll(header.noreturn());
        for (Variable variable : header.variables()) {
            if (!globals.containsKey(variable.name())) {
                global(new Variable(variable.name(), variable.type(), variable.kind(), variable.marks(), variable.at()));
            }
        }
        initials.addAll(header.initials());
    }

    /** Reads declarations at file scope, without the bodies of functions. */
    void declare(List<Syntax> declarations) {
        declarations.forEach(this::declaration);
    }

    private void declaration(Syntax node) {
        switch (node.type()) {
            case "declaration" -> variables(node);
            case "function_definition" -> function(node);
            case "type_definition" -> typeDefinition(node);
            case "struct_specifier", "union_specifier", "enum_specifier" -> expressions.reader().specifier(node);
            case "linkage_specification", "declaration_list", "ERROR" -> node.children().forEach(this::declaration);
            default -> {}
        }
    }

    private void function(Syntax definition) {
        prototype(definition);
        TypeReader reader = expressions.reader();
        TypeReader.Declarator declared = reader.declarator(reader.specifiers(definition), definition.child("declarator"), Set.of());
        if (declared.function() != null && defined.add(declared.name())) {
            names.defineInFile(declared.name(), new Names.FunctionName(declared.type()));
            definitions.add(definition);
        }
    }

    private void prototype(Syntax declaration) {
        if (allPrototypes || PrototypeReader.hasAttributes(declaration)) {
            prototypes.addAll(prototypeReader.read(declaration));
        }
    }

    private void variables(Syntax declaration) {
        TypeReader reader = expressions.reader();
        Type base = reader.specifiers(declaration);
        prototype(declaration);
        for (Syntax declarator : declaration.children("declarator")) {
            boolean initialised = declarator.is("init_declarator");
            TypeReader.Declarator declared =
                    reader.declarator(base, initialised ? declarator.child("declarator") : declarator, TypeReader.qualifiers(declaration));
            if (declared.type() instanceof Type.FunctionType) {
                // A definition knows its parameters better than a prototype that follows it.
                names.defineInFile(declared.name(), new Names.FunctionName(declared.type()));
                if (FunctionLowering.isNoreturn(declaration)) {
                    noreturn.add(declared.name());
                }
            } else if (declared.at() != null) {
                variable(declaration, declared, declared.at(), initialised ? declarator.child("value") : null);
            }
        }
    }

    private void variable(Syntax declaration, TypeReader.Declarator declared, Syntax at, @Nullable Syntax value) {
        Set<Variable.Mark> marks = EnumSet.noneOf(Variable.Mark.class);
        marks.addAll(declared.marks());
        boolean external = Declarations.hasStorage(declaration, "extern") && value == null;
        if (external) {
            marks.add(Variable.Mark.EXTERN);
        }
        Variable known = globals.get(declared.name());
        if (known != null && (external || known.type().size() >= 0 && value == null)) {
            return;
        }
        Variable.Kind kind = Declarations.hasStorage(declaration, "static") ? Variable.Kind.FILE_STATIC : Variable.Kind.GLOBAL;
        Type type = expressions.types().complete(declared.type());
        global(new Variable(declared.name(), value == null ? type : initializer.initializers().sized(type, value), kind, marks,
                at.range()));
        if (value != null) {
            initials.add(new Header.Initial(declared.name(), value));
        }
    }

    private Variable global(Variable variable) {
        globals.put(variable.name(), variable);
        names.defineInFile(variable.name(), new Names.VariableName(variable));
        return variable;
    }

    /** Lowers the bodies and initialisers of what was declared. */
    void lower() {
        for (Header.Initial initial : initials) {
            if (names.meaning(initial.name()) instanceof Names.VariableName(Variable variable)) {
                initialize(new Place.Cell(variable), initial.value());
            }
        }
        definitions.forEach(this::nestedFunction);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    /** What bodies have told, in their order. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public Variable undeclared(String name, SourceRange at) {
        return external(name, name.equals("errno") ? Type.INT : Type.UNKNOWN, at);
    }

    @Override
    public Variable external(String name, Type type, SourceRange at) {
        Variable known = globals.get(name);
        return known != null ? known : global(new Variable(name, type, Variable.Kind.GLOBAL, Set.of(Variable.Mark.EXTERN), at));
    }

    @Override
    public void initialize(Place place, Syntax value) {
        initializes = true;
        initializer.initializers().initialize(place, value);
    }

    @Override
    public void typeDefinition(Syntax definition) {
        Type base = expressions.reader().specifiers(definition);
        for (Syntax declarator : definition.children("declarator")) {
            TypeReader.Declarator declared = expressions.reader().declarator(base, declarator, Set.of());
            names.define(declared.name(), new Names.TypeName(declared.type()));
        }
    }

    @Override
    public void nestedFunction(Syntax definition) {
        Function function = functionLowering.lower(definition, noreturn);
        if (function != null) {
            names.define(function.name(), new Names.FunctionName(new Type.FunctionType(function.result(), List.of())));
            functions.add(function);
        }
    }

    Names names() {
        return names;
    }

    Set<String> noreturn() {
        return noreturn;
    }

    List<Function> functions() {
        return functions;
    }

    List<Variable> globals() {
        return List.copyOf(globals.values());
    }

    /** What variables are to be given first, those of included headers before its own. */
    List<Header.Initial> initials() {
        return initials;
    }

    List<Prototype> prototypes() {
        return prototypes;
    }

    /** The initialisers of static variables; null where there are none. */
    @Nullable Function initializer() {
        if (!initializes) {
            return null;
        }
        SourceRange at = new SourceRange(path, 1, 1, 1, 1);
        return new Function(
                INITIALIZER, path, List.of(), Type.VOID, initializer.locals(), initializer.cfg().build(), at, at,
                Set.of(Function.Mark.STATIC, Function.Mark.INITIALIZER), true);
    }
}
