package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Assign;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which static variables, and which memory behind its parameters, a C function and all that it calls may write, and which arguments they may
 * store or give away. A call that is not followed does just that; the closure is over the call graph, without aliases of locals.
 */
final class WrittenMemory {
    /**
     * @param parameters by index, those through which it writes
     * @param members names of those that it assigns, of whatever object
     * @param kept by index, those whose value may be somewhere else afterwards
     */
    record Written(Set<Variable> statics, BitSet parameters, Set<String> members, BitSet kept) {
        private static final Written NOTHING = new Written(Set.of(), new BitSet(), Set.of(), new BitSet());

        private static Written nothing() {
            return new Written(new HashSet<>(), new BitSet(), new HashSet<>(), new BitSet());
        }

        boolean isNothing() {
            return size() == 0;
        }

        private int size() {
            return statics.size() + parameters.cardinality() + members.size() + kept.cardinality();
        }
    }

    private record FollowedCall(Function callee, List<Expression> arguments) {}

    private final Linker linker;
    private final Models models;
    private final Map<Function, List<FollowedCall>> calls = new IdentityHashMap<>();
    private final Map<Function, Written> written = new IdentityHashMap<>();
    private final Set<Variable> everWritten = new HashSet<>();
    /** What plain variables get that only ever get one constant. */
    private final Map<Variable, Long> constants = new HashMap<>();
    private final Set<Variable> varied = new HashSet<>();

    /** @param functions those of C */
    WrittenMemory(Linker linker, Models models, List<Function> functions, CallGraph graph) {
        this.linker = linker;
        this.models = models;
        functions.forEach(function -> written.put(function, scan(function)));
        graph.spread(functions, this::addCallees);
        written.values().forEach(each -> everWritten.addAll(each.statics()));
    }

    boolean isEverWritten(Variable variable) {
        return everWritten.contains(linker.canonical(variable));
    }

    /** Whether the static variable, when it holds this number at first, holds it for ever, as far as it is written by its name. */
    boolean stays(Variable variable, long number) {
        Variable canonical = linker.canonical(variable);
        Long constant = constants.get(canonical);
        return !varied.contains(canonical) && (constant == null || constant == number);
    }

    /** What a call of the function may write. */
    Written of(Function function) {
        return written.getOrDefault(function, Written.NOTHING);
    }

    /** What it writes itself, and what those write that nothing but a model describes. */
    private Written scan(Function function) {
        Written found = Written.nothing();
        for (Block block : function.cfg().blocks()) {
            for (Instruction instruction : block.instructions()) {
                switch (instruction) {
                    case Assign(Place target, Expression value, var at) -> {
                        if (value instanceof Expression.Constant(long number) && target instanceof Place.Cell(Variable cell)
                                && cell.isStatic()) {
                            writeConstant(linker.canonical(cell), number, found);
                        } else {
                            write(target, function, found);
                        }
                        if (!(target instanceof Place.Cell(Variable variable)) || variable.isStatic()) {
                            keep(value, function, found);
                        }
                    }
                    case Call call -> {
                        if (call.result() != null) {
                            write(call.result(), function, found);
                        }
                        call(call, function, found);
                    }
                    default -> {}
                }
            }
        }
        return found;
    }

    private void call(Call call, Function function, Written found) {
        FunctionModel model = models.of(call.target(), call.arguments().size());
        Function callee = linker.resolve(function, call.target(), call.arguments().size(), model != null);
        if (callee != null) {
            calls.computeIfAbsent(function, key -> new ArrayList<>()).add(new FollowedCall(callee, call.arguments()));
        } else if (model == null || model.has(Effect.FillsMemory.class) || model.has(Effect.Value.class)
                || model.has(Effect.FormattedValue.class)) {
            call.arguments().forEach(argument -> writeBehind(argument, function, found));
        }
        if (callee == null && model == null) {
            call.arguments().forEach(argument -> keep(argument, function, found));
        }
    }

    /** Adds what the functions write that it calls, as far as that is known by now; whether that was more than was known. */
    private boolean addCallees(Function function) {
        Written found = of(function);
        int before = found.size();
        for (FollowedCall call : calls.getOrDefault(function, List.of())) {
            Written inner = of(call.callee());
            if (inner != found) {
                found.statics().addAll(inner.statics());
                found.members().addAll(inner.members());
            }
            int arguments = call.arguments().size();
            for (int i = inner.parameters().nextSetBit(0); i >= 0 && i < arguments; i = inner.parameters().nextSetBit(i + 1)) {
                writeBehind(call.arguments().get(i), function, found);
            }
            for (int i = inner.kept().nextSetBit(0); i >= 0 && i < arguments; i = inner.kept().nextSetBit(i + 1)) {
                keep(call.arguments().get(i), function, found);
            }
        }
        return found.size() > before;
    }

    private static void keep(Expression value, Function function, Written found) {
        switch (value) {
            case Expression.Read(Place.Cell(Variable variable)) -> {
                int index = function.parameters().indexOf(variable);
                if (index >= 0) {
                    found.kept().set(index);
                }
            }
            case Expression.Cast(var type, Expression operand) -> keep(operand, function, found);
            case Expression.Conditional(var condition, Expression one, Expression other) -> {
                keep(one, function, found);
                keep(other, function, found);
            }
            default -> {}
        }
    }

    private void writeConstant(Variable variable, long number, Written found) {
        found.statics().add(variable);
        Long known = constants.putIfAbsent(variable, number);
        if (known != null && known != number) {
            varied.add(variable);
        }
    }

    private void write(Place place, Function function, Written found) {
        switch (place) {
            case Place.Cell(Variable variable) -> {
                if (variable.isStatic()) {
                    found.statics().add(linker.canonical(variable));
                    varied.add(linker.canonical(variable));
                }
            }
            case Place.Field(Place base, String name) -> {
                found.members().add(name);
                write(base, function, found);
            }
            case Place.Element(Place base, Expression ignored) -> write(base, function, found);
            case Place.Dereference(Expression pointer) -> writeBehind(pointer, function, found);
        }
    }

    /** Something is written where the pointer leads; where no parameter says where that is, it may be behind any of them. */
    private void writeBehind(Expression pointer, Function function, Written found) {
        switch (pointer) {
            case Expression.AddressOf(Place place) -> write(place, function, found);
            case Expression.Cast(var type, Expression operand) -> writeBehind(operand, function, found);
            case Expression.Binary(var operator, Expression left, Expression right) -> writeBehind(left, function, found);
            case Expression.Conditional(var condition, Expression one, Expression other) -> {
                writeBehind(one, function, found);
                writeBehind(other, function, found);
            }
            case Expression.Read(Place place) -> {
                Variable variable = variableOf(place);
                int index = variable == null ? -1 : function.parameters().indexOf(variable);
                if (index >= 0) {
                    found.parameters().set(index);
                } else if (variable == null || !variable.isStatic()) {
                    pointerParameters(function, found);
                }
            }
            default -> {}
        }
    }

    private static @Nullable Variable variableOf(Place place) {
        return switch (place) {
            case Place.Cell(Variable variable) -> variable;
            case Place.Field(Place base, String ignored) -> variableOf(base);
            case Place.Element(Place base, Expression ignored) -> variableOf(base);
            case Place.Dereference(Expression.Read(Place pointer)) -> variableOf(pointer);
            case Place.Dereference ignored -> null;
        };
    }

    private static void pointerParameters(Function function, Written found) {
        for (int i = 0; i < function.parameters().size(); i++) {
            if (!(function.parameters().get(i).type() instanceof Type.Primitive)) {
                found.parameters().set(i);
            }
        }
    }

    /**
     * Makes unknown what a call that is not followed may have written; handles stay, for losing sight of one is no loss, but for those in members
     * that it assigns.
     */
    static void forget(Written written, List<Value> arguments, Handles handles, State state) {
        Set<Location> objects = new HashSet<>();
        written.statics().forEach(variable -> objects.add(new Location.Cell(variable, null)));
        written.parameters().stream().filter(index -> index < arguments.size()).forEach(index -> {
            Location target = Evaluator.target(arguments.get(index));
            if (target != null) {
                objects.add(target instanceof Location.Element(Location base, long ignored) ? base : target);
            }
        });
        for (Location object : objects) {
            if (object instanceof Location.Cell && !state.memory.contains(object)) {
                state.memory.put(object, Value.UNKNOWN);
            }
            state.memory.forEachWithin(object, (cell, value) -> {
                boolean assigned = cell instanceof Location.Field(Location base, String name) && written.members().contains(name);
                if (assigned) {
                    handles.escape(value, state);
                }
                if (!(value instanceof Value.Opaque) && (assigned || !MemoryEffects.isHandle(value, state))) {
                    state.memory.put(cell, Value.UNKNOWN);
                }
            });
        }
    }
}
