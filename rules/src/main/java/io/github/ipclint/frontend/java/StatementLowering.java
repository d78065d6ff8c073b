package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.UnparsableStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.github.ipclint.frontend.java.Scope.Local;
import io.github.ipclint.ir.Expression.Constant;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Expression.Unknown;
import io.github.ipclint.ir.Instruction.Return;
import io.github.ipclint.ir.Instruction.Throw;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.Variable;
import java.util.List;

/** Lowers statements. */
final class StatementLowering {
    private final FunctionContext context;
    private final LoopLowering loops;
    private final SwitchLowering switches;
    private final TryLowering tries;

    StatementLowering(FunctionContext context) {
        this.context = context;
        this.loops = new LoopLowering(context);
        this.switches = new SwitchLowering(context);
        this.tries = new TryLowering(context);
    }

    SwitchLowering switches() {
        return switches;
    }

    LoopLowering loops() {
        return loops;
    }

    void lowerAll(List<Statement> statements) {
        statements.forEach(this::lower);
    }

    void lower(Statement statement) {
        if (!context.graph().isReachable() || !context.hasRoom()) {
            return;
        }
        switch (statement) {
            case BlockStmt block ->
                    context.inScope(
                            end(block),
                            scope -> {
                                lowerAll(block.getStatements());
                                return scope;
                            });
            case ExpressionStmt expression -> context.expressions().effects(expression.getExpression());
            case IfStmt branch -> lowerIf(branch);
            case WhileStmt loop -> loops.lower(loop);
            case DoStmt loop -> loops.lower(loop);
            case ForStmt loop -> loops.lower(loop);
            case ForEachStmt loop -> loops.lower(loop);
            case LabeledStmt labeled -> loops.labeled(labeled);
            case BreakStmt jump -> loops.leave(jump);
            case ContinueStmt jump -> loops.repeat(jump);
            case SwitchStmt choice -> switches.lower(choice);
            case YieldStmt yield -> switches.give(yield.getExpression());
            case ReturnStmt end -> lowerReturn(end);
            case ThrowStmt raise -> lowerThrow(raise);
            case TryStmt protection -> tries.lower(protection);
            case SynchronizedStmt monitor -> tries.lower(monitor);
            case ExplicitConstructorInvocationStmt call -> context.creations().explicit(call);
            case LocalClassDeclarationStmt local -> declareClass(local.getClassDeclaration());
            case LocalRecordDeclarationStmt local -> declareClass(local.getRecordDeclaration());
            // Assertions are off unless somebody turns them on, so their effects do not count.
            case AssertStmt ignored -> {}
            case EmptyStmt ignored -> {}
            case UnparsableStmt ignored -> context.markIncomplete();
            default -> context.markIncomplete();
        }
    }

    /** Where the variables of a block end: its closing brace. */
    SourceRange end(Statement statement) {
        SourceRange whole = context.range(statement);
        return new SourceRange(whole.path(), whole.endLine(), Math.max(1, whole.endColumn() - 1), whole.endLine(), whole.endColumn());
    }

    private void lowerIf(IfStmt branch) {
        GraphBuilder graph = context.graph();
        int whenTrue = graph.newBlock();
        int after = graph.newBlock();
        int whenFalse = branch.getElseStmt().isPresent() ? graph.newBlock() : after;
        context.conditions().branch(branch.getCondition(), whenTrue, whenFalse);
        selectIfReached(whenTrue);
        lower(branch.getThenStmt());
        graph.jump(after);
        if (branch.getElseStmt().isPresent()) {
            selectIfReached(whenFalse);
            lower(branch.getElseStmt().get());
            graph.jump(after);
        }
        selectIfReached(after);
    }

    /** Goes on in a block unless nothing leads there. */
    void selectIfReached(int block) {
        if (context.graph().hasEdgeTo(block)) {
            context.graph().select(block);
        } else {
            context.graph().stop();
        }
    }

    void declare(VariableDeclarationExpr declaration) {
        for (VariableDeclarator declarator : declaration.getVariables()) {
            declare(declarator);
        }
    }

    Local declare(VariableDeclarator declarator, Variable.Mark... marks) {
        Expression initializer = declarator.getInitializer().orElse(null);
        String name = declarator.getNameAsString();
        if (TypeNames.isInferred(declarator.getType()) && initializer != null) {
            Value value = context.expressions().lower(initializer);
            Local local = context.declare(name, value.type(), declarator, marks);
            context.assign(new Cell(local.variable()), value.expression(), context.range(declarator));
            return local;
        }
        JavaType type = context.scope().convert(declarator.getType());
        Local local = context.declare(name, type, declarator, marks);
        if (initializer == null) {
            context.assign(new Cell(local.variable()), new Unknown("uninitialised"), context.range(declarator));
        } else {
            context.expressions().lowerInto(new Cell(local.variable()), type, initializer);
        }
        return local;
    }

    private void lowerReturn(ReturnStmt end) {
        SourceRange at = context.range(end);
        Value value = end.getExpression().map(this::returned).orElse(null);
        if (value != null && value.type().isKnown()) {
            context.unit().setResult(context.name(), value.type());
        }
        io.github.ipclint.ir.Expression result =
                value == null
                        ? null
                        : context.result().isKnown() ? Folding.convert(value, context.result()) : value.expression();
        context.control()
                .leaveTo(
                        context.control()
                                .functionEnd(
                                        () -> {
                                            context.graph().add(new Return(result, at));
                                            context.graph().stop();
                                        }));
    }

    /** Clean-up code between here and the end must not change what is returned. */
    private Value returned(Expression written) {
        Value value = context.expressions().lower(written, context.result());
        boolean fixed = !context.control().crossesCleanup()
                || value.expression() instanceof Constant
                || value.expression() instanceof Read(Cell(Variable variable)) && variable.kind() == Variable.Kind.TEMPORARY;
        return fixed ? value : context.spill(value, written);
    }

    private void lowerThrow(ThrowStmt raise) {
        Value value = context.expressions().lower(raise.getExpression());
        context.graph().add(new Throw(value.expression(), context.range(raise)));
        context.control().throwEnds(value.type().isKnown() ? value.type().name() : "java.lang.Throwable");
    }

    private void declareClass(TypeDeclaration<?> declaration) {
        SourceClass owner = context.scope().owner();
        String simple = declaration.getNameAsString();
        String name = owner.name() + "$" + context.unit().next(owner.name() + "$" + simple + "$") + simple;
        SourceClass info = new SourceClass(name, owner, owner.names(), declaration);
        register(info);
        if (context.scope() instanceof Scope.Block block) {
            block.types().put(simple, JavaType.of(name));
        }
        new ClassLowering(context.unit(), info, context.scope()).lower();
    }

    private void register(SourceClass info) {
        context.unit().classes().add(info);
        info.memberClasses().forEach(this::register);
    }
}
