package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import io.github.ipclint.frontend.java.ClassInfo.MethodInfo;
import io.github.ipclint.frontend.java.ControlStack.CleanupCode;
import io.github.ipclint.frontend.java.ControlStack.Handler;
import io.github.ipclint.frontend.java.ControlStack.TryFrame;
import io.github.ipclint.ir.Expression.Binary;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Expression.NamedConstant;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.Leave;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.ir.Variable.Kind;
import io.github.ipclint.ir.Variable.Mark;
import java.util.List;
import java.util.Set;

/** Lowers try statements and monitors: handlers, finally blocks and implicit closes become plain control flow. */
final class TryLowering {
    private static final JavaType THROWABLE = JavaType.of("java.lang.Throwable");

    private final FunctionContext context;

    TryLowering(FunctionContext context) {
        this.context = context;
    }

    void lower(TryStmt statement) {
        if (statement.getFinallyBlock().isEmpty()) {
            lowerCaught(statement);
            return;
        }
        var finallyBlock = statement.getFinallyBlock().get();
        protect(
                pending -> context.statements().lower(finallyBlock),
                context.statements().end(finallyBlock),
                () -> lowerCaught(statement));
    }

    /** Runs with clean-up code that every way out passes. */
    private void protect(CleanupCode code, SourceRange at, Runnable body) {
        Variable caught = context.variable("exception", THROWABLE, Kind.TEMPORARY, Set.of(), at);
        Scope around = context.scope();
        context.control()
                .pushCleanup(
                        pending -> {
                            Scope before = context.scope();
                            context.enter(around);
                            code.emit(pending);
                            context.enter(before);
                        },
                        caught,
                        at);
        body.run();
        context.control().popCleanup();
    }

    private void lowerCaught(TryStmt statement) {
        if (statement.getCatchClauses().isEmpty()) {
            lowerResources(statement, 0);
            return;
        }
        GraphBuilder graph = context.graph();
        int entry = graph.current();
        int first = graph.proceed();
        int after = graph.newBlock();
        List<Handler> handlers = statement.getCatchClauses().stream().map(this::handler).toList();
        int localsBefore = context.locals().size();
        context.control().push(new TryFrame(handlers, graph.isReachable() ? entry : first));
        lowerResources(statement, 0);
        context.control().popTry();
        graph.jump(after);
        List<Variable> inside = endedBy(localsBefore);
        for (int i = 0; i < handlers.size(); i++) {
            context.statements().selectIfReached(handlers.get(i).block());
            lowerHandler(statement.getCatchClauses().get(i), handlers.get(i), inside);
            graph.jump(after);
        }
        context.statements().selectIfReached(after);
    }

    /** Variables of the try block, whose life an exception ends. */
    private List<Variable> endedBy(int localsBefore) {
        return context.locals().subList(localsBefore, context.locals().size()).stream()
                .filter(variable -> variable.kind() == Kind.LOCAL || variable.kind() == Kind.TEMPORARY)
                .filter(variable -> variable.type().size() == 8 || variable.kind() == Kind.LOCAL)
                .toList();
    }

    private Handler handler(CatchClause clause) {
        Type written = clause.getParameter().getType();
        List<String> types =
                written instanceof UnionType union
                        ? union.getElements().stream().map(type -> context.scope().convert(type).name()).toList()
                        : List.of(context.scope().convert(written).name());
        JavaType type = types.size() == 1 ? JavaType.of(types.getFirst()) : THROWABLE;
        Variable caught =
                context.variable(clause.getParameter().getNameAsString(), type, Kind.LOCAL, Set.of(), context.range(clause.getParameter()));
        return new Handler(types, context.graph().newBlock(), caught);
    }

    private void lowerHandler(CatchClause clause, Handler handler, List<Variable> ended) {
        if (!ended.isEmpty()) {
            context.graph().add(new Leave(ended, context.range(clause.getParameter())));
        }
        context.inScope(
                context.statements().end(clause.getBody()),
                scope -> {
                    JavaType type = handler.types().size() == 1 ? JavaType.of(handler.types().getFirst()) : THROWABLE;
                    scope.variables().put(handler.caught().name(), new Scope.Local(handler.caught(), type));
                    context.statements().lowerAll(clause.getBody().getStatements());
                    return scope;
                });
    }

    private void lowerResources(TryStmt statement, int index) {
        if (index == statement.getResources().size()) {
            context.statements().lower(statement.getTryBlock());
            return;
        }
        Expression resource = statement.getResources().get(index);
        context.inScope(
                context.statements().end(statement.getTryBlock()),
                scope -> {
                    Value held = open(resource);
                    boolean certain =
                            resource instanceof VariableDeclarationExpr declaration
                                    && declaration.getVariable(0).getInitializer().orElse(null) instanceof ObjectCreationExpr;
                    if (context.graph().isReachable()) {
                        protect(
                                pending -> close(held, resource, certain, pending),
                                context.range(resource),
                                () -> lowerResources(statement, index + 1));
                    }
                    return scope;
                });
    }

    private Value open(Expression resource) {
        if (resource instanceof VariableDeclarationExpr declaration) {
            Scope.Local local = context.statements().declare(declaration.getVariable(0), Mark.CLEANUP);
            return new Value(new Read(new Cell(local.variable())), local.type());
        }
        return context.expressions().lower(resource);
    }

    /** What try-with-resources adds (JLS 14.20.3.1). */
    private void close(Value resource, Expression source, boolean certain, boolean pending) {
        GraphBuilder graph = context.graph();
        SourceRange at = context.range(source);
        int after = graph.newBlock();
        if (!certain) {
            int open = graph.newBlock();
            Binary present = new Binary(BinaryOperator.NOT_EQUAL, resource.expression(), new NamedConstant("null"));
            context.conditions().test(present, at, open, after);
            graph.select(open);
        }
        MethodInfo method = context.unit().classes().method(resource.type(), "close", List.of());
        Target target = context.calls().target(resource.type(), "close");
        String text = resource.expression() + ".close()";
        if (pending) {
            Handler suppressed = new Handler(List.of(THROWABLE.name()), after, suppressedBy(at));
            context.control().push(new TryFrame(List.of(suppressed), graph.current()));
        }
        graph.add(new Call(null, target, resource.expression(), List.of(), ResultUse.DISCARDED, text, at));
        context.control().callEnds(CallLowering.thrown(method));
        graph.jump(after);
        if (pending) {
            context.control().popTry();
        }
        graph.select(after);
    }

    private Variable suppressedBy(SourceRange at) {
        return context.variable("suppressed", THROWABLE, Kind.TEMPORARY, Set.of(), at);
    }

    void lower(SynchronizedStmt statement) {
        Value lock = context.expressions().lower(statement.getExpression());
        Value held = lock.expression() instanceof Read(Cell ignored) ? lock : context.spill(lock, statement.getExpression());
        monitor(held, "<monitorenter>", statement.getExpression());
        protect(
                pending -> monitor(held, "<monitorexit>", statement.getExpression()),
                context.statements().end(statement.getBody()),
                () -> context.statements().lower(statement.getBody()));
    }

    private void monitor(Value lock, String name, Expression source) {
        Target target = new Target.Method(JavaType.OBJECT.name(), List.of(), name);
        String text = context.unit().text().quote(source);
        context.graph()
                .add(new Call(null, target, lock.expression(), List.of(), ResultUse.DISCARDED, text, context.range(source)));
        context.control().callEnds(List.of());
    }
}
