package io.github.ipclint.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The abstract memory of one disjunct. */
final class Memory extends SharingMap<Location, Value> {
    Memory() {}

    private Memory(PersistentMap<Location, Value> cells) {
        super(cells);
    }

    @Override
    Memory copy() {
        return new Memory(view());
    }

    /** Visits the cells that are the object or a part of it, as they are now: the action may overwrite them. */
    void forEachWithin(Location object, BiConsumer<Location, Value> action) {
        view().forEachNear(object.root(), (cell, value) -> {
            if (cell.isWithin(object::equals)) {
                action.accept(cell, value);
            }
        });
    }

    /** What the parts of one object hold, those of the other hold too from now on. */
    void copyObject(Location from, Location to) {
        forEachWithin(from, (cell, value) -> put(cell.rebased(from, to), value));
    }

    /** Every location that holds this symbol. */
    List<Location> holdersOf(Symbol symbol) {
        List<Location> holders = new ArrayList<>();
        view().forEach((cell, value) -> {
            if (value instanceof Value.Symbolic(Symbol held, long ignored) && held.equals(symbol)) {
                holders.add(cell);
            }
        });
        return holders;
    }

    boolean isHeld(Symbol symbol) {
        return anyMatch((cell, value) -> value instanceof Value.Symbolic(Symbol held, long ignored) && held.equals(symbol));
    }

    /** Whether a cell holds the symbol, or a value that was computed from it. */
    boolean isMentioned(Symbol symbol) {
        return anyMatch((cell, value) -> value.mentions(symbol));
    }
}
