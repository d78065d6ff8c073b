package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which functions lead to a call that matters, and who calls whom: decided once for the whole set. */
public final class Relevance {
    private final Map<Function, Set<Function>> callees = new IdentityHashMap<>();
    private final Map<Function, Set<Function>> callers = new IdentityHashMap<>();
    private final Set<Function> relevant = identitySet();
    private final Set<Function> referenced = identitySet();
    private final Map<Function, Set<String>> reachedUnits = new IdentityHashMap<>();

    public Relevance(Linker linker, Models models) {
        List<Function> functions = new ArrayList<>();
        for (TranslationUnit unit : linker.units()) {
            functions.addAll(unit.functions());
        }
        Deque<Function> work = new ArrayDeque<>();
        for (Function function : functions) {
            if (scan(function, linker, models) && relevant.add(function)) {
                work.add(function);
            }
        }
        while (!work.isEmpty()) {
            for (Function caller : callers.getOrDefault(work.poll(), Set.of())) {
                if (relevant.add(caller)) {
                    work.add(caller);
                }
            }
        }
    }

    private static Set<Function> identitySet() {
        return java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Enters the calls of one function; true when it makes one that matters itself. */
    private boolean scan(Function function, Linker linker, Models models) {
        boolean matters = false;
        for (Block block : function.cfg().blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction instanceof Call call) {
                    Function callee = linker.resolve(function, call.target(), call.arguments().size());
                    if (callee != null) {
                        connect(function, callee);
                    } else {
                        FunctionModel model = models.of(call.target(), call.arguments().size());
                        matters |= model != null && matters(model);
                    }
                    call.arguments().forEach(argument -> reference(argument, function, linker));
                } else if (instruction instanceof Instruction.Assign(var target, Expression value, var at)) {
                    reference(value, function, linker);
                }
            }
        }
        return matters;
    }

    private void reference(Expression expression, Function function, Linker linker) {
        switch (expression) {
            case Expression.FunctionReference(String name) -> {
                Function target = linker.resolve(function.unit(), name);
                if (target != null) {
                    referenced.add(target);
                }
            }
            case Expression.Cast(var type, Expression operand) -> reference(operand, function, linker);
            case Expression.AddressOf ignored -> {}
            default -> {}
        }
    }

    private void connect(Function caller, Function callee) {
        callees.computeIfAbsent(caller, key -> identitySet()).add(callee);
        callers.computeIfAbsent(callee, key -> identitySet()).add(caller);
    }

    /** Calls that only compute, print or copy do not make a function worth following. */
    private static boolean matters(FunctionModel model) {
        for (Effect effect : model.effects()) {
            switch (effect) {
                case Effect.ReadsMemory ignored -> {}
                case Effect.FillsMemory ignored -> {}
                case Effect.Formats ignored -> {}
                case Effect.Terminated ignored -> {}
                case Effect.Value ignored -> {}
                case Effect.FormattedValue ignored -> {}
                case Effect.LengthValue ignored -> {}
                case Effect.Fails ignored -> {}
                case Effect.MustCheck ignored -> {}
                case Effect.Allows ignored -> {}
                case Effect.RequiresArgument ignored -> {}
                case Effect.Acquires(var slot, String kind, var mode, var condition) -> {
                    if (!kind.equals("memory")) {
                        return true;
                    }
                }
                case Effect.Releases(var slot, String kind, var condition) -> {
                    if (kind == null || !kind.equals("memory")) {
                        return true;
                    }
                }
                default -> {
                    return true;
                }
            }
        }
        return model.is(FunctionModel.Trait.NORETURN);
    }

    public boolean isRelevant(Function function) {
        return relevant.contains(function);
    }

    /** Whether some function of the set calls it. */
    public boolean hasCallers(Function function) {
        return callers.getOrDefault(function, Set.of()).stream().anyMatch(caller -> caller != function);
    }

    /** Whether its address is taken: somebody unknown may call it. */
    public boolean isReferenced(Function function) {
        return referenced.contains(function);
    }

    /** Functions that can be reached from this one by calls and references. */
    public Set<Function> reachable(Function from) {
        Set<Function> seen = identitySet();
        Deque<Function> work = new ArrayDeque<>(List.of(from));
        seen.add(from);
        while (!work.isEmpty()) {
            for (Function callee : callees.getOrDefault(work.poll(), Set.of())) {
                if (seen.add(callee)) {
                    work.add(callee);
                }
            }
        }
        return seen;
    }

    /** Whether calls lead from the function into the file. */
    boolean reaches(Function from, String unit) {
        return reachedUnits.computeIfAbsent(from, key -> {
            Set<String> units = new HashSet<>();
            reachable(key).forEach(function -> units.add(function.unit()));
            return units;
        }).contains(unit);
    }

    static boolean isIndirect(Target target) {
        return target instanceof Target.Indirect;
    }
}
