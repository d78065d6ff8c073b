package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.github.ipclint.frontend.java.CallLowering.Prepared;
import io.github.ipclint.frontend.java.ControlStack.JumpTarget;
import io.github.ipclint.frontend.java.Scope.Local;
import io.github.ipclint.ir.Expression.Binary;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Expression.Constant;
import io.github.ipclint.ir.Expression.Read;
import io.github.ipclint.ir.Instruction.ResultUse;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Place.Cell;
import io.github.ipclint.ir.Place.Dereference;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers loops and the jumps that leave or repeat a statement. */
final class LoopLowering {
    private static final JavaType ITERATOR = JavaType.of("java.util.Iterator");

    private final FunctionContext context;
    private final List<Breakable> open = new ArrayList<>();
    private @Nullable String pendingLabel;

    LoopLowering(FunctionContext context) {
        this.context = context;
    }

    /**
     * A statement that break can leave.
     *
     * @param repeat null when continue does not apply
     * @param plain whether a break without label means it
     */
    private record Breakable(@Nullable String label, JumpTarget leave, @Nullable JumpTarget repeat, boolean plain) {}

    void lower(WhileStmt loop) {
        GraphBuilder graph = context.graph();
        int head = graph.proceed();
        int body = graph.newBlock();
        int after = graph.newBlock();
        context.conditions().branch(loop.getCondition(), body, after);
        context.statements().selectIfReached(body);
        within(after, head, loop.getBody());
        graph.jump(head);
        context.statements().selectIfReached(after);
    }

    void lower(DoStmt loop) {
        GraphBuilder graph = context.graph();
        int body = graph.proceed();
        int condition = graph.newBlock();
        int after = graph.newBlock();
        within(after, condition, loop.getBody());
        graph.jump(condition);
        context.statements().selectIfReached(condition);
        context.conditions().branch(loop.getCondition(), body, after);
        context.statements().selectIfReached(after);
    }

    void lower(ForStmt loop) {
        String label = takeLabel();
        context.inScope(
                context.statements().end(loop),
                scope -> {
                    loop.getInitialization().forEach(context.expressions()::effects);
                    GraphBuilder graph = context.graph();
                    int head = graph.proceed();
                    int body = graph.newBlock();
                    int step = graph.newBlock();
                    int after = graph.newBlock();
                    if (loop.getCompare().isPresent()) {
                        context.conditions().branch(loop.getCompare().get(), body, after);
                    } else {
                        graph.jump(body);
                    }
                    context.statements().selectIfReached(body);
                    pendingLabel = label;
                    within(after, step, loop.getBody());
                    graph.jump(step);
                    context.statements().selectIfReached(step);
                    loop.getUpdate().forEach(context.expressions()::effects);
                    graph.jump(head);
                    context.statements().selectIfReached(after);
                    return scope;
                });
    }

    void lower(ForEachStmt loop) {
        String label = takeLabel();
        context.inScope(
                context.statements().end(loop),
                scope -> {
                    Value source = context.expressions().lower(loop.getIterable());
                    JavaType type = source.type();
                    pendingLabel = label;
                    if (type.dimensions() > 0) {
                        overArray(loop, source, type);
                    } else {
                        overIterable(loop, source, type);
                    }
                    return scope;
                });
    }

    private void overArray(ForEachStmt loop, Value array, JavaType type) {
        String label = takeLabel();
        SourceRange at = context.range(loop.getVariable());
        Value held = array.expression() instanceof Read(Cell ignored) ? array : context.spill(array, loop.getIterable());
        Place index = context.temporary("index of " + context.unit().text().quote(loop.getIterable()), JavaType.INT, at);
        context.assign(index, new Constant(0), at);
        GraphBuilder graph = context.graph();
        int head = graph.proceed();
        int body = graph.newBlock();
        int step = graph.newBlock();
        int after = graph.newBlock();
        Place length = new Place.Field(new Dereference(held.expression()), "length");
        context.conditions().test(new Binary(BinaryOperator.LESS, new Read(index), new Read(length)), at, body, after);
        graph.select(body);
        Place element = new Place.Element(new Dereference(held.expression()), new Read(index));
        pendingLabel = label;
        eachBody(loop, new Value(new Read(element), type.element()), after, step);
        graph.jump(step);
        graph.select(step);
        context.assign(index, new Binary(BinaryOperator.ADD, new Read(index), new Constant(1)), at);
        graph.jump(head);
        context.statements().selectIfReached(after);
    }

    private void overIterable(ForEachStmt loop, Value source, JavaType type) {
        String label = takeLabel();
        SourceRange at = context.range(loop.getVariable());
        JavaType iterable = context.unit().classes().asSuper(type, "java.lang.Iterable");
        JavaType element = iterable == null || iterable.arguments().isEmpty() ? JavaType.UNKNOWN : iterable.arguments().getFirst();
        Value iterator = call(type, "iterator", source, ITERATOR, loop);
        GraphBuilder graph = context.graph();
        int head = graph.proceed();
        int body = graph.newBlock();
        int after = graph.newBlock();
        Value more = call(ITERATOR, "hasNext", iterator, JavaType.BOOLEAN, loop);
        context.conditions().test(more.expression(), at, body, after);
        graph.select(body);
        Value next = call(ITERATOR, "next", iterator, element, loop);
        pendingLabel = label;
        eachBody(loop, next, after, head);
        graph.jump(head);
        context.statements().selectIfReached(after);
    }

    /** A call that the language makes. */
    private Value call(JavaType type, String name, Value object, JavaType result, ForEachStmt loop) {
        Prepared call = new Prepared(context.calls().target(type, name), object.expression(), List.of(), List.of());
        SourceRange at = context.range(loop.getIterable());
        return context.calls().emit(call, null, ResultUse.USED, result, object.expression() + "." + name + "()", at);
    }

    private void eachBody(ForEachStmt loop, Value element, int after, int next) {
        String label = takeLabel();
        JumpTarget leave = context.control().target(after);
        JumpTarget repeat = context.control().target(next);
        context.inScope(
                context.statements().end(loop.getBody()),
                scope -> {
                    var declarator = loop.getVariableDeclarator();
                    JavaType type =
                            TypeNames.isInferred(declarator.getType()) ? element.type() : context.scope().convert(declarator.getType());
                    Local local = context.declare(declarator.getNameAsString(), type, declarator);
                    context.assign(new Cell(local.variable()), element.expression(), context.range(declarator));
                    within(new Breakable(label, leave, repeat, true), () -> context.statements().lower(loop.getBody()));
                    return scope;
                });
    }

    private void within(int after, int next, Statement body) {
        Breakable loop =
                new Breakable(takeLabel(), context.control().target(after), context.control().target(next), true);
        within(loop, () -> context.statements().lower(body));
    }

    private void within(Breakable statement, Runnable body) {
        open.add(statement);
        body.run();
        open.removeLast();
    }

    /** A switch statement: break leaves it, continue means the loop around. */
    void withinSwitch(int after, Runnable body) {
        within(new Breakable(takeLabel(), context.control().target(after), null, true), body);
    }

    void labeled(LabeledStmt labeled) {
        Statement statement = labeled.getStatement();
        boolean loop = statement.isWhileStmt() || statement.isDoStmt() || statement.isForStmt() || statement.isForEachStmt();
        String label = labeled.getLabel().asString();
        if (loop) {
            pendingLabel = label;
            context.statements().lower(statement);
            return;
        }
        int after = context.graph().newBlock();
        within(
                new Breakable(label, context.control().target(after), null, false),
                () -> context.statements().lower(statement));
        context.graph().jump(after);
        context.statements().selectIfReached(after);
    }

    private @Nullable String takeLabel() {
        String label = pendingLabel;
        pendingLabel = null;
        return label;
    }

    void leave(BreakStmt jump) {
        String label = jump.getLabel().map(SimpleName::asString).orElse(null);
        for (Breakable statement : open.reversed()) {
            if (label == null ? statement.plain() : label.equals(statement.label())) {
                context.control().leaveTo(statement.leave());
                context.graph().stop();
                return;
            }
        }
        context.graph().stop();
    }

    void repeat(ContinueStmt jump) {
        String label = jump.getLabel().map(SimpleName::asString).orElse(null);
        for (Breakable statement : open.reversed()) {
            JumpTarget target = statement.repeat();
            if (target != null && (label == null || label.equals(statement.label()))) {
                context.control().leaveTo(target);
                context.graph().stop();
                return;
            }
        }
        context.graph().stop();
    }
}
