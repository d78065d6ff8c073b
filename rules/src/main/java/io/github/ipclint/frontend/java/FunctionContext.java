package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.Node;
import io.github.ipclint.frontend.java.Scope.Local;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Instruction.Assign;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.ir.Variable.Kind;
import io.github.ipclint.ir.Variable.Mark;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The state of lowering one function, and the parts that do it. */
final class FunctionContext {
    /** Copies of nested finally blocks multiply; beyond this size the rest of a function is left out and said so. */
    private static final int BLOCK_LIMIT = 20_000;

    private final UnitContext unit;
    private final String name;
    private final String series;
    private final JavaType result;
    private final GraphBuilder graph = new GraphBuilder();
    private final List<Variable> locals = new ArrayList<>();
    private final IdentityHashMap<Node, Variable> declared = new IdentityHashMap<>();
    private final ControlStack control;
    private final NameLowering names = new NameLowering(this);
    private final ExpressionLowering expressions = new ExpressionLowering(this);
    private final OperatorLowering operators = new OperatorLowering(this);
    private final ConditionLowering conditions = new ConditionLowering(this);
    private final CallLowering calls = new CallLowering(this);
    private final CreationLowering creations = new CreationLowering(this);
    private final LambdaLowering lambdas = new LambdaLowering(this);
    private final StatementLowering statements = new StatementLowering(this);
    private final SideEffects sideEffects = new SideEffects();
    private Scope scope;
    private boolean complete = true;

    /**
     * @param name of the function
     * @param series name of the outermost method around it, for numbering lambdas
     * @param scope around the body
     * @param result what a return statement gives; unknown for lambdas whose interface is not known
     */
    FunctionContext(UnitContext unit, String name, String series, Scope scope, JavaType result) {
        this.unit = unit;
        this.name = name;
        this.series = series;
        this.scope = scope;
        this.result = result;
        this.control = new ControlStack(graph, unit.classes(), this::escaping);
    }

    private Variable escaping() {
        return variable("exception", JavaType.of("java.lang.Throwable"), Kind.TEMPORARY, Set.of(), SourceRange.NONE);
    }

    UnitContext unit() {
        return unit;
    }

    String name() {
        return name;
    }

    String series() {
        return series;
    }

    JavaType result() {
        return result;
    }

    GraphBuilder graph() {
        return graph;
    }

    ControlStack control() {
        return control;
    }

    List<Variable> locals() {
        return locals;
    }

    NameLowering names() {
        return names;
    }

    ExpressionLowering expressions() {
        return expressions;
    }

    OperatorLowering operators() {
        return operators;
    }

    ConditionLowering conditions() {
        return conditions;
    }

    CallLowering calls() {
        return calls;
    }

    CreationLowering creations() {
        return creations;
    }

    LambdaLowering lambdas() {
        return lambdas;
    }

    StatementLowering statements() {
        return statements;
    }

    SideEffects sideEffects() {
        return sideEffects;
    }

    Scope scope() {
        return scope;
    }

    void enter(Scope inner) {
        scope = inner;
    }

    boolean isComplete() {
        return complete;
    }

    void markIncomplete() {
        complete = false;
    }

    /** Whether there is room for more blocks; when not, the function is marked incomplete. */
    boolean hasRoom() {
        if (graph.size() > BLOCK_LIMIT) {
            complete = false;
        }
        return graph.size() <= BLOCK_LIMIT;
    }

    SourceRange range(Node node) {
        return unit.text().range(node);
    }

    /** A variable of the source. The same declaration stays one variable in every copy of a finally block. */
    Local declare(String variableName, JavaType type, Node declaration, Mark... marks) {
        Variable variable =
                declared.computeIfAbsent(
                        declaration, node -> variable(variableName, type, Kind.LOCAL, Set.of(marks), range(node)));
        control.register(variable);
        Local local = new Local(variable, type);
        if (scope instanceof Scope.Block block) {
            block.variables().put(variableName, local);
        }
        return local;
    }

    /** A cell for the value of an expression; its name is what the user wrote, for messages. */
    Place temporary(String text, JavaType type, SourceRange at) {
        Variable variable = variable(text, type, Kind.TEMPORARY, Set.of(), at);
        if (type.isReference()) {
            control.register(variable);
        }
        return new Cell(variable);
    }

    Variable variable(String variableName, JavaType type, Kind kind, Set<Mark> marks, SourceRange at) {
        Variable variable = new Variable(variableName, type.toIr(), kind, marks, at);
        locals.add(variable);
        return variable;
    }

    void assign(Place target, Expression value, SourceRange at) {
        graph.add(new Assign(target, value, at));
    }

    /** Copies a value that later instructions may change. */
    Value spill(Value value, Node source) {
        Place copy = temporary(unit.text().quote(source), value.type(), range(source));
        assign(copy, value.expression(), range(source));
        return new Value(new Read(copy), value.type());
    }

    /** The complete function. */
    io.github.ipclint.ir.Function build(List<Variable> parameters, SourceRange at, SourceRange body,
            Set<io.github.ipclint.ir.Function.Mark> marks) {
        return new io.github.ipclint.ir.Function(
                name, unit.path(), parameters, result.toIr(), locals, graph.build(), at, body, marks, complete);
    }

    /** Adds the complete function to the unit. */
    void finish(List<Variable> parameters, SourceRange at, SourceRange body, Set<io.github.ipclint.ir.Function.Mark> marks) {
        unit.functions().add(build(parameters, at, body, marks));
    }

    /** Runs with a block scope around: its variables end afterwards. */
    <T> T inScope(SourceRange end, Function<Scope.Block, T> body) {
        Scope before = scope;
        Scope.Block inner = new Scope.Block(before);
        scope = inner;
        control.pushScope(end);
        T value = body.apply(inner);
        control.popScope();
        scope = before;
        return value;
    }
}
