package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Problem;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the parts of lowering share while they lower one function body. */
final class Body {
    /** What a body tells the unit that it belongs to. */
    interface Unit {
        /** Tells the user of something in the body that may make its analysis wrong. */
        void problem(Problem problem);

        /** A variable that nothing declares. */
        Variable undeclared(String name, SourceRange at);

        /** A variable of another file, declared inside a function. */
        Variable external(String name, Type type, SourceRange at);

        /** Gives a static variable its value before the program starts. */
        void initialize(Place place, Syntax value);

        /** A typedef inside a function. */
        void typeDefinition(Syntax definition);

        /** A function defined inside another (a GNU extension). */
        void nestedFunction(Syntax definition);
    }

    private final Names names;
    private final Unit unit;
    private final CfgBuilder cfg = new CfgBuilder();
    private final List<Variable> locals = new ArrayList<>();
    private final ExpressionLowering expressions;
    private final Calls calls = new Calls(this);
    private final Assignments assignments = new Assignments(this);
    private final Initializers initializers = new Initializers(this);
    private final Conditions conditions = new Conditions(this);
    private final Declarations declarations = new Declarations(this);
    private final Statements statements = new Statements(this);
    private int temporaries;

    Body(Names names, Unit unit) {
        this.names = names;
        this.unit = unit;
        this.expressions = ExpressionLowering.evaluated(names, new BodyEffects(this));
    }

    Names names() {
        return names;
    }

    Unit unit() {
        return unit;
    }

    CfgBuilder cfg() {
        return cfg;
    }

    List<Variable> locals() {
        return locals;
    }

    ExpressionLowering expressions() {
        return expressions;
    }

    Types types() {
        return expressions.types();
    }

    Calls calls() {
        return calls;
    }

    Assignments assignments() {
        return assignments;
    }

    Initializers initializers() {
        return initializers;
    }

    Conditions conditions() {
        return conditions;
    }

    Declarations declarations() {
        return declarations;
    }

    Statements statements() {
        return statements;
    }

    void assign(Place target, Expression value, SourceRange at) {
        cfg.add(new Instruction.Assign(target, value, at));
    }

    /** A new cell for a value without a name. */
    Place temporary(Type type, SourceRange at) {
        Variable variable = new Variable("%" + ++temporaries, type, Variable.Kind.TEMPORARY, Set.of(), at);
        locals.add(variable);
        return new Place.Cell(variable);
    }

    /** Keeps a value as it is now in a new cell. */
    Place hold(Expression value, Type type, SourceRange at) {
        Place held = temporary(type, at);
        assign(held, value, at);
        return held;
    }

    /** Says that variables end here, where there are any. */
    void leave(List<Variable> variables, SourceRange at) {
        if (!variables.isEmpty()) {
            cfg.add(new Instruction.Leave(variables, at));
        }
    }

    /** Lowers something in a scope of its own. */
    void inScope(Syntax scope, Consumer<Syntax> lowering) {
        int depth = names.depth();
        names.enter();
        lowering.accept(scope);
        leave(names.automaticAbove(depth), end(scope));
        names.leave();
    }

    /** The closing brace of a block. */
    static SourceRange end(Syntax scope) {
        return scope.range(Math.max(scope.start(), scope.end() - 1), scope.end());
    }
}
