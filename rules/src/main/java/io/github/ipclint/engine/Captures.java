package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Instruction.Target;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Variables of the functions around it that a lambda, or a method of a class declared inside a method, uses. They never change
 * once they are captured (JLS 8.1.3), so they are bound by value, as parameters are.
 */
final class Captures {
    private final Linker linker;
    private final IdentityHashMap<Function, Set<Variable>> known = new IdentityHashMap<>();

    Captures(Linker linker) {
        this.linker = linker;
    }

    /** What the function and those that it calls or refers to capture; nothing for C. */
    Set<Variable> of(Function function) {
        if (!function.is(Function.Mark.JAVA)) {
            return Set.of();
        }
        Set<Variable> cached = known.get(function);
        if (cached == null) {
            // Stands for a function that is reached again from itself: what it adds is added already.
            known.put(function, Set.of());
            Set<Variable> found = new LinkedHashSet<>();
            for (Block block : function.cfg().blocks()) {
                block.instructions().forEach(instruction -> collect(instruction, function, found));
            }
            function.parameters().forEach(found::remove);
            function.locals().forEach(found::remove);
            cached = found;
            known.put(function, found);
        }
        return cached;
    }

    /** Gives the captured variables the values that they have in the activations from {@code around} outwards. */
    void bind(Function function, CallPath around, CallPath activation, State from, State to) {
        for (Variable variable : of(function)) {
            Value value = valueOf(variable, around, from);
            if (value != null) {
                to.memory.put(new Location.Cell(variable, activation), value);
            }
        }
    }

    /** Values that the function has captured, as they are in the activation of the site and those around it. */
    List<Value> values(Value function, Site site, State state) {
        Function target = function instanceof Value.FunctionValue(String name) ? linker.resolve(site.function().unit(), name) : null;
        List<Value> values = new ArrayList<>();
        for (Variable variable : target == null ? Set.<Variable>of() : of(target)) {
            Value value = valueOf(variable, site.path(), state);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Somebody unknown holds the function: what it captures may be used and released at any time. */
    void escape(Value function, Site site, State state, Handles handles) {
        values(function, site, state).forEach(value -> handles.escape(value, state));
    }

    private static @Nullable Value valueOf(Variable variable, CallPath around, State state) {
        CallPath path = around;
        while (path != null) {
            Value value = state.memory.get(new Location.Cell(variable, path));
            if (value != null) {
                return value;
            }
            Site caller = path.callSite();
            path = caller == null ? null : caller.path();
        }
        return null;
    }

    private void collect(Instruction instruction, Function function, Set<Variable> found) {
        switch (instruction) {
            case Instruction.Assign(Place target, Expression value, var ignored) -> {
                collect(target, function, found);
                collect(value, function, found);
            }
            case Call call -> {
                if (call.result() != null) {
                    collect(call.result(), function, found);
                }
                if (call.receiver() != null) {
                    collect(call.receiver(), function, found);
                }
                call.arguments().forEach(argument -> collect(argument, function, found));
                collect(call, function, found);
            }
            case Instruction.Assume(Expression condition, boolean truth, var ignored) -> collect(condition, function, found);
            case Instruction.Return(Expression value, var ignored) -> {
                if (value != null) {
                    collect(value, function, found);
                }
            }
            case Instruction.Throw(Expression value, var ignored) -> collect(value, function, found);
            case Instruction.Leave ignored -> {}
        }
    }

    /** Who is called needs its own captures from here. */
    private void collect(Call call, Function function, Set<Variable> found) {
        if (call.target() instanceof Target.Indirect(Expression pointer)) {
            collect(pointer, function, found);
            return;
        }
        Function callee = linker.resolve(function, call.target(), call.arguments().size());
        if (callee != null) {
            found.addAll(of(callee));
        }
    }

    private void collect(Expression expression, Function function, Set<Variable> found) {
        switch (expression) {
            case Expression.Read(Place place) -> collect(place, function, found);
            case Expression.AddressOf(Place place) -> collect(place, function, found);
            case Expression.FunctionReference(String name) -> {
                Function target = linker.resolve(function.unit(), name);
                if (target != null) {
                    found.addAll(of(target));
                }
            }
            case Expression.Unary(var operator, Expression operand) -> collect(operand, function, found);
            case Expression.Binary(var operator, Expression left, Expression right) -> {
                collect(left, function, found);
                collect(right, function, found);
            }
            case Expression.Cast(var type, Expression operand) -> collect(operand, function, found);
            case Expression.Conditional(Expression condition, Expression whenTrue, Expression whenFalse) ->
                    List.of(condition, whenTrue, whenFalse).forEach(part -> collect(part, function, found));
            case Expression.Constant ignored -> {}
            case Expression.NamedConstant ignored -> {}
            case Expression.Floating ignored -> {}
            case Expression.Text ignored -> {}
            case Expression.SizeOf ignored -> {}
            case Expression.OffsetOf ignored -> {}
            case Expression.Unknown ignored -> {}
        }
    }

    private void collect(Place place, Function function, Set<Variable> found) {
        switch (place) {
            case Place.Cell(Variable variable) -> {
                if (!variable.isStatic()) {
                    found.add(variable);
                }
            }
            case Place.Field(Place base, String name) -> collect(base, function, found);
            case Place.Element(Place base, Expression index) -> {
                collect(base, function, found);
                collect(index, function, found);
            }
            case Place.Dereference(Expression pointer) -> collect(pointer, function, found);
        }
    }
}
