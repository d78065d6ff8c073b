package io.github.ipclint.frontend.c;

import io.github.ipclint.frontend.c.CfgBuilder.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lowers break, continue, goto and labels. Variables whose scope a jump leaves end before it. */
final class Jumps {
    /** Name of the function that a computed goto calls after preprocessing. */
    static final String COMPUTED = "__computed_goto";

    /** Where break and continue lead; continue passes a switch by. */
    private record Target(Block exit, @Nullable Block next, int depth) {}

    private record Label(Block block, Names.Position position) {}

    /** A goto, whose label may follow later. {@code label} is null for a computed one. */
    private record Goto(Block from, @Nullable String label, Expression value, Names.Position position, SourceRange at) {}

    private final Body body;
    private final Deque<Target> targets = new ArrayDeque<>();
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final List<Goto> gotos = new ArrayList<>();

    Jumps(Body body) {
        this.body = body;
    }

    void enterLoop(Block next, Block exit) {
        targets.push(new Target(exit, next, body.names().depth()));
    }

    void enterSwitch(Block exit) {
        targets.push(new Target(exit, null, body.names().depth()));
    }

    void endLoop() {
        targets.pop();
    }

    void leaveLoop(Syntax statement) {
        Target target = targets.peek();
        if (target != null) {
            jump(target.exit(), target.depth(), statement);
        }
    }

    void continueLoop(Syntax statement) {
        for (Target target : targets) {
            if (target.next() != null) {
                jump(target.next(), target.depth(), statement);
                return;
            }
        }
    }

    private void jump(Block block, int depth, Syntax statement) {
        body.leave(body.names().automaticAbove(depth), statement.range());
        body.cfg().jump(block);
    }

    /**
     * A label starts a block. What waits for its name jumps to it: a second one of that name is a local one of another statement expression.
     */
    void label(String name) {
        Block block = body.cfg().block();
        body.cfg().jump(block);
        Label label = new Label(block, body.names().position());
        labels.put(name, label);
        gotos.stream().filter(jump -> name.equals(jump.label())).forEach(jump -> connect(jump, label));
        gotos.removeIf(jump -> name.equals(jump.label()));
        body.cfg().startAt(block);
    }

    void jump(Syntax statement) {
        Syntax label = statement.child("label");
        if (label != null) {
            jump(label.text(), new Expression.Unknown(label.text()), statement);
        }
    }

    /** A goto that may lead to every label. */
    void computed(Syntax call) {
        Syntax arguments = call.child("arguments");
        boolean known = arguments != null && !arguments.children().isEmpty();
        jump(null,
                known && arguments != null ? body.expressions().value(arguments.children().getFirst()) : body.expressions().unknown(call),
                call);
    }

    private void jump(@Nullable String label, Expression value, Syntax source) {
        gotos.add(new Goto(body.cfg().current(), label, value, body.names().position(), source.range()));
        body.cfg().startAt(body.cfg().block());
    }

    /** Connects every goto with its label, once the whole body has been seen. A computed goto may lead to every label. */
    void connect() {
        for (Goto jump : gotos) {
            if (jump.label() == null) {
                labels.forEach((name, label) -> {
                    body.cfg().startAt(body.cfg().branchOf(jump.from()));
                    Expression equal = new Expression.Binary(BinaryOperator.EQUAL, jump.value(), new Expression.Unknown("&&" + name));
                    body.cfg().add(new Instruction.Assume(equal, true, jump.at()));
                    lead(jump, label);
                });
            } else if (labels.get(jump.label()) instanceof Label label) {
                connect(jump, label);
            }
        }
    }

    private void connect(Goto jump, Label label) {
        body.cfg().startAt(jump.from());
        lead(jump, label);
    }

    private void lead(Goto jump, Label label) {
        body.leave(Names.left(jump.position(), label.position()), jump.at());
        body.cfg().jump(label.block());
    }
}
