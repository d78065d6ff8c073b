package io.github.ipclint.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Joins the ways out of an activation, so that a caller does not pay for what the callee told apart. */
final class ActivationExits {
    private ActivationExits() {}

    static List<CallOutcome> joined(List<CallOutcome> exits, int limit, ResultLog results) {
        List<CallOutcome> kept = new ArrayList<>();
        for (CallOutcome exit : exits) {
            if (!enter(kept, exit, limit, results)) {
                kept.add(exit);
            }
        }
        return kept;
    }

    private static boolean enter(List<CallOutcome> kept, CallOutcome exit, int limit, ResultLog results) {
        for (CallOutcome known : kept) {
            boolean alike = Objects.equals(known.thrown(), exit.thrown())
                    && known.result().equals(exit.result())
                    && known.state().sameProperty(exit.state());
            if (alike && sameRangeOfResult(known, exit)) {
                if (known.state().sameAs(exit.state())) {
                    return true;
                }
                if (kept.size() >= limit / 2 || (known.state().assumedFailure == null) == (exit.state().assumedFailure == null)) {
                    StateJoin.join(known.state(), exit.state(), 0, false, results);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameRangeOfResult(CallOutcome one, CallOutcome other) {
        return ValueRanges.rangeOf(one.state(), one.result()).equals(ValueRanges.rangeOf(other.state(), other.result()));
    }
}
