package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which static variables a C function and all that it calls may look at, and those whose address any of them takes. */
final class StaticReads {
    private final Linker linker;
    private final Map<Function, Set<Variable>> read = new IdentityHashMap<>();
    private final Set<Variable> addressed = new HashSet<>();

    StaticReads(Linker linker, List<Function> functions, CallGraph graph) {
        this.linker = linker;
        for (Function function : functions) {
            Set<Variable> found = new HashSet<>();
            for (Block block : function.cfg().blocks()) {
                block.instructions().forEach(instruction -> scan(instruction, found));
            }
            read.put(function, found);
        }
        graph.spread(functions, function -> {
            Set<Variable> known = read.get(function);
            if (known == null) {
                return false;
            }
            int before = known.size();
            graph.callees(function).stream().filter(callee -> callee != function).forEach(callee -> known.addAll(of(callee)));
            return known.size() > before;
        });
    }

    /** Those that a call of the function may look at. */
    Set<Variable> of(Function function) {
        return read.getOrDefault(function, Set.of());
    }

    /** Whether somebody may write the variable through a pointer. */
    boolean isAddressed(Variable variable) {
        return addressed.contains(linker.canonical(variable));
    }

    private void scan(Instruction instruction, Set<Variable> found) {
        switch (instruction) {
            case Instruction.Assign(Place target, Expression value, var at) -> {
                inside(target, found);
                scan(value, found);
            }
            case Instruction.Assume(Expression condition, var truth, var at) -> scan(condition, found);
            case Instruction.Call call -> call.arguments().forEach(argument -> scan(argument, found));
            case Instruction.Return(Expression value, var at) -> {
                if (value != null) {
                    scan(value, found);
                }
            }
            case Instruction.Leave ignored -> {}
            case Instruction.Throw ignored -> {}
        }
    }

    private void scan(Expression expression, Set<Variable> found) {
        switch (expression) {
            case Expression.Read(Place place) -> look(place, found);
            case Expression.AddressOf(Place place) -> {
                look(place, found);
                Variable variable = root(place);
                if (variable != null) {
                    addressed.add(linker.canonical(variable));
                }
            }
            case Expression.Unary(var operator, Expression operand) -> scan(operand, found);
            case Expression.Cast(var type, Expression operand) -> scan(operand, found);
            case Expression.Binary(var operator, Expression left, Expression right) -> {
                scan(left, found);
                scan(right, found);
            }
            case Expression.Conditional(Expression condition, Expression whenTrue, Expression whenFalse) -> {
                scan(condition, found);
                scan(whenTrue, found);
                scan(whenFalse, found);
            }
            default -> {}
        }
    }

    private void look(Place place, Set<Variable> found) {
        Variable variable = root(place);
        if (variable != null && variable.isStatic()) {
            found.add(linker.canonical(variable));
        }
        inside(place, found);
    }

    /** What is read to find the place. */
    private void inside(Place place, Set<Variable> found) {
        switch (place) {
            case Place.Cell ignored -> {}
            case Place.Field(Place base, var name) -> inside(base, found);
            case Place.Element(Place base, Expression index) -> {
                inside(base, found);
                scan(index, found);
            }
            case Place.Dereference(Expression pointer) -> scan(pointer, found);
        }
    }

    private static @Nullable Variable root(Place place) {
        return switch (place) {
            case Place.Cell(Variable variable) -> variable;
            case Place.Field(Place base, var name) -> root(base);
            case Place.Element(Place base, var index) -> root(base);
            case Place.Dereference ignored -> null;
        };
    }
}
