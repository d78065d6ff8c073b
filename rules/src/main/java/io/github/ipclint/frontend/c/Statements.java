package io.github.ipclint.frontend.c;

import io.github.ipclint.frontend.c.CfgBuilder.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Mentions;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers statements. */
final class Statements {
    private final Body body;
    private final Jumps jumps;
    private final Loops loops;
    private final Switches switches;

    Statements(Body body) {
        this.body = body;
        this.jumps = new Jumps(body);
        this.loops = new Loops(body, jumps);
        this.switches = new Switches(body, jumps);
    }

    Jumps jumps() {
        return jumps;
    }

    /** Lowers a statement, a declaration, or what stands in place of one. */
    void statement(Syntax statement) {
        switch (statement.type()) {
            case "compound_statement" -> body.inScope(statement, this::children);
            case "expression_statement" -> statement.children().forEach(this::effect);
            case "declaration" -> body.declarations().declare(statement);
            case "type_definition" -> body.unit().typeDefinition(statement);
            case "struct_specifier", "union_specifier", "enum_specifier" -> body.expressions().reader().specifier(statement);
            case "if_statement" -> choice(statement);
            case "while_statement" -> loops.whileLoop(statement);
            case "do_statement" -> loops.doLoop(statement);
            case "for_statement" -> loops.forLoop(statement);
            case "switch_statement" -> switches.choose(statement);
            case "case_statement" -> {
                switches.label(statement);
                switches.statements(statement).forEach(this::statement);
            }
            case "labeled_statement" -> {
                jumps.label(statement.textOf("label"));
                statement.children().stream().filter(child -> !"label".equals(child.field())).forEach(this::statement);
            }
            case "goto_statement" -> jumps.jump(statement);
            case "break_statement" -> jumps.leaveLoop(statement);
            case "continue_statement" -> jumps.continueLoop(statement);
            case "return_statement" -> leaveFunction(statement);
            case "function_definition" -> body.unit().nestedFunction(statement);
            case "else_clause", "attributed_statement", "linkage_specification", "declaration_list" -> children(statement);
            case "ERROR" -> children(statement);
            default -> effect(statement);
        }
    }

    private void children(Syntax parent) {
        parent.children().forEach(this::statement);
    }

    /** Lowers a body that may be missing. */
    void optional(@Nullable Syntax statement) {
        if (statement != null) {
            statement(statement);
        }
    }

    private void choice(Syntax statement) {
        Syntax otherwise = statement.child("alternative");
        Block whenTrue = body.cfg().block();
        Block after = body.cfg().block();
        Block whenFalse = otherwise == null ? after : body.cfg().block();
        body.conditions().branch(statement.child("condition"), whenTrue, whenFalse);
        body.cfg().startAt(whenTrue);
        optional(statement.child("consequence"));
        body.cfg().jump(after);
        if (otherwise != null) {
            body.cfg().startAt(whenFalse);
            statement(otherwise);
            body.cfg().jump(after);
        }
        body.cfg().startAt(after);
    }

    private void leaveFunction(Syntax statement) {
        Syntax expression = null;
        for (Syntax child : statement.children()) {
            expression = child.isError() || child.start() == child.end() ? expression : child;
        }
        leaveFunction(expression, statement);
    }

    /** With {@code c ? a : b} on two ways: which of the two it is goes with all else that the condition tells. */
    private void leaveFunction(@Nullable Syntax expression, Syntax statement) {
        Syntax stripped = expression == null ? null : ExpressionLowering.strip(expression);
        if (stripped != null && stripped.is("conditional_expression") && stripped.child("consequence") != null) {
            Block whenTrue = body.cfg().block();
            Block whenFalse = body.cfg().block();
            body.conditions().branch(stripped.child("condition"), whenTrue, whenFalse);
            body.cfg().startAt(whenTrue);
            leaveFunction(stripped.child("consequence"), statement);
            body.cfg().startAt(whenFalse);
            leaveFunction(stripped.child("alternative"), statement);
            return;
        }
        Expression value = expression == null ? null : body.expressions().value(expression);
        List<Variable> left = body.names().automaticAbove(1);
        if (value != null && Mentions.any(value, left)) {
            value = new Expression.Read(body.hold(value, body.types().of(value), statement.range()));
        }
        body.leave(left, statement.range());
        body.cfg().add(new Instruction.Return(value, statement.range()));
    }

    /** Lowers an expression whose value is not used. */
    void effect(Syntax expression) {
        Syntax stripped = ExpressionLowering.strip(expression);
        if (!stripped.hasEffects()) {
            unwanted(stripped);
            return;
        }
        switch (stripped.type()) {
            case "call_expression" -> body.calls().discard(stripped, ResultUse.DISCARDED);
            case "cast_expression" -> castEffect(stripped);
            case "assignment_expression" -> body.assignments().assign(stripped);
            case "update_expression" -> body.assignments().updateOnly(stripped);
            case "comma_expression", "ERROR" -> stripped.children().forEach(this::effect);
            case "conditional_expression" -> body.conditions().effect(stripped);
            case "binary_expression" -> {
                if (Conditions.isLogical(stripped)) {
                    body.conditions().effect(stripped);
                } else {
                    body.expressions().value(stripped);
                }
            }
            case "compound_statement" -> statement(stripped);
            case "parenthesized_expression" -> stripped.children().forEach(this::statement);
            default -> body.expressions().value(stripped);
        }
    }

    /** {@code (void) name}: whatever the variable holds is thrown away on purpose. */
    private void unwanted(Syntax expression) {
        Syntax operand = expression.is("cast_expression") && expression.textOf("type").equals("void") ? expression.child("value") : null;
        Syntax name = operand == null ? null : ExpressionLowering.strip(operand);
        if (name != null && body.names().meaning(name.text()) instanceof Names.VariableName(Variable variable)
                && variable.kind() == Variable.Kind.LOCAL) {
            body.hold(new Expression.Cast(Type.VOID, body.expressions().value(name)), Type.VOID, expression.range());
        }
    }

    private void castEffect(Syntax cast) {
        Syntax operand = cast.child("value");
        Syntax call = operand == null ? null : body.calls().callIn(operand);
        if (call != null) {
            body.calls().discard(call, cast.textOf("type").equals("void") ? ResultUse.CAST_TO_VOID : ResultUse.DISCARDED);
        } else if (operand != null) {
            effect(operand);
        }
    }

    /** {@code ({ … })}: the value of the last statement (a GNU extension). */
    Expression value(Syntax compound) {
        int depth = body.names().depth();
        body.names().enter();
        List<Syntax> statements = compound.children();
        statements.stream().limit(Math.max(0, statements.size() - 1)).forEach(this::statement);
        Syntax last = statements.isEmpty() ? null : statements.getLast();
        while (last != null && last.is("labeled_statement")) {
            jumps.label(last.textOf("label"));
            last = last.children().size() > 1 ? last.children().getLast() : null;
        }
        Expression value = body.expressions().unknown(compound);
        if (last != null && last.is("expression_statement") && !last.children().isEmpty()) {
            Syntax result = last.children().getFirst();
            value = body.expressions().value(result);
            Place held = body.hold(value, body.types().of(value), result.range());
            value = body.expressions().read(held);
        } else if (last != null) {
            statement(last);
        }
        body.leave(body.names().automaticAbove(depth), Body.end(compound));
        body.names().leave();
        return value;
    }
}
