package io.github.ipclint.engine;

import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chain of calls that leads to an activation of a function. Interned: equal chains are one object. */
public final class CallPath {
    private final @Nullable CallPath caller;
    private final @Nullable Site callSite;
    private final Function function;
    private final int depth;
    private final int hash;
    private @Nullable Site end;
    private final Map<Instruction, Site> sites = new IdentityHashMap<>();
    private final Map<Site, Map<Function, CallPath>> callees = new IdentityHashMap<>();

    private CallPath(@Nullable CallPath caller, @Nullable Site callSite, Function function) {
        this.caller = caller;
        this.callSite = callSite;
        this.function = function;
        this.hash = function.name().hashCode() * 31 + (callSite == null ? 0 : callSite.hashCode());
        this.depth = caller == null ? 0 : caller.depth + 1;
    }

    /** The activation that an exploration starts with. */
    public static CallPath root(Function function) {
        return new CallPath(null, null, function);
    }

    /** The activation of {@code callee} by the call at {@code site}, which lies in this one. */
    public CallPath enter(Site site, Function callee) {
        return callees.computeIfAbsent(site, key -> new IdentityHashMap<>())
                .computeIfAbsent(callee, key -> new CallPath(this, site, callee));
    }

    /** The place of an instruction in this activation. */
    public Site site(Instruction instruction) {
        return sites.computeIfAbsent(instruction, key -> new Site(instruction, this));
    }

    /** Equal in every run, so that the order of maps is too. */
    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /** The closing brace of the function. */
    public Site end() {
        if (end == null) {
            SourceRange body = function.body();
            SourceRange brace =
                    new SourceRange(body.path(), body.endLine(), Math.max(1, body.endColumn() - 1), body.endLine(), body.endColumn());
            end = site(new Instruction.Return(null, brace));
        }
        return end;
    }

    public Function function() {
        return function;
    }

    /** The call that made this activation, null for a root. */
    public @Nullable Site callSite() {
        return callSite;
    }

    /** The function that the system calls: main, a handler, what runs at exit. */
    public CallPath entry() {
        return caller == null ? this : caller.entry();
    }

    public int depth() {
        return depth;
    }

    /** Whether the function is active already. */
    public boolean isActive(Function candidate) {
        for (CallPath path = this; path != null; path = path.caller) {
            if (path.function == candidate) {
                return true;
            }
        }
        return false;
    }

    /** Whether this activation lies inside the other one, or is it. */
    public boolean isWithin(CallPath other) {
        for (CallPath path = this; path != null; path = path.caller) {
            if (path == other) {
                return true;
            }
        }
        return false;
    }

    /** The calls from the root down to this activation. */
    public List<Site> calls() {
        List<Site> calls = new ArrayList<>();
        for (CallPath path = this; path != null; path = path.caller) {
            if (path.callSite != null) {
                calls.addFirst(path.callSite);
            }
        }
        return calls;
    }
}
