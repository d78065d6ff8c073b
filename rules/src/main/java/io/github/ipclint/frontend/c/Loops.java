package io.github.ipclint.frontend.c;

import io.github.ipclint.frontend.c.CfgBuilder.Block;
import org.jspecify.annotations.Nullable;

/** Lowers loops. */
final class Loops {
    private final Body body;
    private final Jumps jumps;

    Loops(Body body, Jumps jumps) {
        this.body = body;
        this.jumps = jumps;
    }

    void whileLoop(Syntax statement) {
        Block head = body.cfg().block();
        Block exit = body.cfg().block();
        body.cfg().jump(head);
        body.cfg().startAt(head);
        round(statement, statement.child("condition"), head, exit);
        body.cfg().jump(head);
        body.cfg().startAt(exit);
    }

    void doLoop(Syntax statement) {
        Block start = body.cfg().block();
        Block test = body.cfg().block();
        Block exit = body.cfg().block();
        body.cfg().jump(start);
        body.cfg().startAt(start);
        round(statement, null, test, exit);
        body.cfg().jump(test);
        body.cfg().startAt(test);
        body.conditions().branch(statement.child("condition"), start, exit);
        body.cfg().startAt(exit);
    }

    void forLoop(Syntax statement) {
        body.inScope(statement, this::forInScope);
    }

    private void forInScope(Syntax statement) {
        Syntax initializer = statement.child("initializer");
        body.statements().optional(initializer);
        Block head = body.cfg().block();
        Block step = body.cfg().block();
        Block exit = body.cfg().block();
        body.cfg().jump(head);
        body.cfg().startAt(head);
        round(statement, statement.child("condition"), step, exit);
        body.cfg().jump(step);
        body.cfg().startAt(step);
        Syntax update = statement.child("update");
        if (update != null) {
            body.statements().effect(update);
        }
        body.cfg().jump(head);
        body.cfg().startAt(exit);
    }

    /** The body of a loop, behind its condition if that comes first. */
    private void round(Syntax statement, @Nullable Syntax condition, Block next, Block exit) {
        if (condition != null) {
            Block round = body.cfg().block();
            body.conditions().branch(condition, round, exit);
            body.cfg().startAt(round);
        }
        jumps.enterLoop(next, exit);
        body.statements().optional(statement.child("body"));
        jumps.endLoop();
    }
}
