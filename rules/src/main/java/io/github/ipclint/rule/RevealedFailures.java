package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.ResultLog.Result;
import io.github.ipclint.engine.ResultLog.Treatment;
import io.github.ipclint.engine.ResultLog.UncheckedUse;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.engine.Value;
import io.github.ipclint.model.Effect;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls whose result nobody looks at, and whose failure comes out all the same: what releases what they make fails, and is looked at; or what
 * wraps it fails, which is a matter of that call's result.
 */
final class RevealedFailures {
    /** What a call returns, and does not deliver through an argument. */
    private static final String RESULT = "result";

    private final Set<Site> sites = new HashSet<>();
    private final Set<Site> wrapping = new HashSet<>();

    RevealedFailures(Exploration exploration) {
        Set<Site> examined = exploration.log().results().all().stream()
                .filter(result -> result.model().has(Effect.Releases.class) && isExamined(result))
                .map(Result::site).collect(Collectors.toSet());
        for (Event.Called called : exploration.log().all(Event.Called.class)) {
            if (examined.contains(called.site())) {
                called.model().all(Effect.Releases.class).forEach(releases -> reveal(called.argument(releases.slot())));
            }
            if (called.model().has(Effect.Wraps.class)) {
                wrapping.add(called.site());
            }
        }
    }

    private static boolean isExamined(Result result) {
        return List.of(Treatment.values()).stream().anyMatch(result::was);
    }

    private void reveal(Value released) {
        if (released instanceof Value.Symbolic(Symbol.Delivered(Site made, String role, int copy), long offset) && offset == 0
                && role.equals(RESULT)) {
            sites.add(made);
        }
    }

    boolean contains(Site site) {
        return sites.contains(site);
    }

    /** Whether what may be a failure is only tried: the call can't succeed then, and its own result says so. */
    boolean isTrial(UncheckedUse use) {
        return wrapping.contains(use.site());
    }
}
