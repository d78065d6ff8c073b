package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the variables of a program hold when it starts: the effect of the initialisers of every file that it reaches. */
final class InitialMemory {
    /** Initialisers larger than this fill tables of data. */
    private static final int MAX_INITIALIZER = 400;

    /** Of more initialised cells than this only the plain variables are followed. */
    private static final int MAX_TABLE = 64;

    /** @param units the numbers of the files that count */
    private record Scope(BitSet units, boolean program) {}

    private final Linker linker;
    private final List<TranslationUnit> units;
    private final Relevance relevance;
    /** Many roots reach the same files. */
    private final Map<Scope, PersistentMap<Location, Value>> ofC = new ConcurrentHashMap<>();
    /** Those of C compute constants only: they are the same in every exploration. */
    private final Map<Function, Map<Location, Value>> constant = Collections.synchronizedMap(new IdentityHashMap<>());
    /** Those of them that nothing ever writes. */
    private final Map<Function, Map<Location, Value>> unwritten = Collections.synchronizedMap(new IdentityHashMap<>());
    /** By file, the static variables that begin with zero. */
    private final Map<String, List<Location>> zeros = new ConcurrentHashMap<>();

    InitialMemory(Linker linker, Relevance relevance) {
        this.linker = linker;
        this.units = List.copyOf(linker.units());
        this.relevance = relevance;
    }

    /**
     * Fills the memory, which is empty, with which an exploration starts. Library code may be called at any time: there only what nothing ever
     * writes is as it was initialised.
     */
    void fill(Exploration exploration, Function root, State state) {
        Scope scope = new Scope(relevance.reachedUnits(root), exploration.isProgram());
        PersistentMap<Location, Value> cells = ofC.get(scope);
        if (cells == null) {
            cells = cellsOfC(scope, exploration);
            ofC.put(scope, cells);
        }
        state.memory.set(cells);
        for (Function initializer : initializers(scope, TranslationUnit.Language.JAVA)) {
            run(initializer, exploration, state.copy()).forEach(state.memory::put);
        }
    }

    private PersistentMap<Location, Value> cellsOfC(Scope scope, Exploration exploration) {
        Memory memory = new Memory();
        for (Function initializer : initializers(scope, TranslationUnit.Language.C)) {
            Map<Location, Value> cells = constant.get(initializer);
            if (cells == null) {
                cells = run(initializer, exploration, new State(exploration.mainProcess()));
                constant.put(initializer, cells);
            }
            (scope.program() ? cells : unwritten(initializer, cells)).forEach(memory::put);
        }
        if (scope.program()) {
            scope.units().stream().mapToObj(units::get).filter(unit -> unit.language() == TranslationUnit.Language.C)
                    .flatMap(unit -> zeros.computeIfAbsent(unit.path(), path -> zeros(unit)).stream())
                    .filter(cell -> !memory.contains(cell))
                    .forEach(cell -> memory.put(cell, new Value.Number(0)));
        }
        return memory.view();
    }

    /**
     * Static variables without an initialiser begin with zero (C23 6.7.11, paragraph 11); here those of one file that are one number or
     * pointer, and that nobody writes behind the back of a path.
     */
    private List<Location> zeros(TranslationUnit unit) {
        Stream<Variable> locals = unit.functions().stream().flatMap(function -> function.locals().stream()).filter(Variable::isStatic);
        return Stream.concat(unit.globals().stream(), locals)
                .filter(variable -> variable.kind() != Variable.Kind.GLOBAL && relevance.isWrittenInSight(variable))
                .filter(variable -> variable.type() instanceof Type.Primitive || variable.type() instanceof Type.Pointer)
                .map(variable -> (Location) new Location.Cell(linker.canonical(variable), null))
                .toList();
    }

    private List<Function> initializers(Scope scope, TranslationUnit.Language language) {
        return scope.units().stream().mapToObj(units::get).filter(unit -> unit.language() == language)
                .map(TranslationUnit::initializer).filter(Objects::nonNull).toList();
    }

    private Map<Location, Value> unwritten(Function initializer, Map<Location, Value> cells) {
        Map<Location, Value> kept = unwritten.get(initializer);
        if (kept == null) {
            kept = new LinkedHashMap<>(cells);
            kept.entrySet().removeIf(entry -> isEverChanged(entry.getKey(), entry.getValue()));
            unwritten.put(initializer, kept);
        }
        return kept;
    }

    private boolean isEverChanged(Location cell, Value value) {
        return cell.root() instanceof Location.Cell(Variable variable, var frame) && relevance.isEverWritten(variable)
                && !(cell instanceof Location.Cell && value instanceof Value.Number(long number) && relevance.stays(variable, number));
    }

    /** What can be told of a large initialiser at a glance: the plain variables in it that get a constant. */
    private Map<Location, Value> constants(Function initializer) {
        Map<Location, Value> cells = new LinkedHashMap<>();
        initializer.cfg().blocks().stream().flatMap(block -> block.instructions().stream()).forEach(instruction -> {
            if (instruction instanceof Instruction.Assign(Place.Cell(Variable variable), Expression.Constant(long number), var at)
                    && variable.isStatic()) {
                cells.put(new Location.Cell(linker.canonical(variable), null), new Value.Number(number));
            }
        });
        return cells;
    }

    private Map<Location, Value> run(Function initializer, Exploration exploration, State state) {
        if (initializer.cfg().blocks().stream().mapToInt(block -> block.instructions().size()).sum() > MAX_INITIALIZER) {
            return constants(initializer);
        }
        List<CallOutcome> outcomes = new FunctionExploration(exploration, CallPath.root(initializer), false).run(state);
        if (outcomes.size() != 1) {
            return Map.of();
        }
        Map<Location, Value> cells = outcomes.getFirst().state().memory.view();
        boolean table = cells.size() > MAX_TABLE;
        Map<Location, Value> kept = new LinkedHashMap<>();
        cells.forEach((cell, value) -> {
            if (!table || cell instanceof Location.Cell) {
                kept.put(cell, value);
            }
        });
        return kept;
    }
}
