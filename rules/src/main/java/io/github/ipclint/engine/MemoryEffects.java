package io.github.ipclint.engine;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Effect;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Effects of a modelled call on memory: what it reads, fills and folds, and accesses to shared mappings among them. */
final class MemoryEffects {
    private final MemoryWatch watch;
    /** What the call writes, of what there was before it. */
    private final Map<Effect.FormattedValue, @Nullable Value> texts = new IdentityHashMap<>();

    MemoryEffects(MemoryWatch watch) {
        this.watch = watch;
    }

    void apply(ModelledCall call, List<Value> arguments) {
        // What strcat appends to is an argument and the target.
        call.model.all(Effect.FormattedValue.class).forEach(each -> texts.put(each, text(call, each, arguments)));
        for (Effect effect : call.model.effects()) {
            switch (effect) {
                case Effect.ReadsMemory(Expression pointer, var length, var condition) when call.mayHold(condition) -> {
                    touch(call, call.value(pointer), false);
                    measure(call, length);
                }
                case Effect.Formats(Expression format, int first, var condition) when call.mayHold(condition) ->
                        readFormatted(call, format, first, arguments);
                case Effect.Transfers transfer when transfer.pointer() != null && call.mayHold(transfer.condition()) ->
                        transfer(call, transfer);
                case Effect.FillsMemory(Expression pointer, var ignored, var condition) when call.isAllRest(pointer)
                        && call.mayHold(condition) ->
                        arguments.stream().skip(call.model.parameters().size()).forEach(argument -> fill(call, argument));
                case Effect.FillsMemory(Expression pointer, var length, var condition) when call.mayHold(condition) -> {
                    fill(call, call.value(pointer));
                    measure(call, length);
                }
                default -> {}
            }
        }
    }

    private void transfer(ModelledCall call, Effect.Transfers transfer) {
        Expression pointer = transfer.pointer();
        if (pointer == null) {
            return;
        }
        measure(call, transfer.length());
        if (transfer.direction() == Effect.Direction.IN) {
            fill(call, call.value(pointer));
        } else {
            touch(call, call.value(pointer), false);
        }
    }

    private static @Nullable Value text(ModelledCall call, Effect.FormattedValue formatted, List<Value> arguments) {
        String format = TextValues.textOf(call.value(formatted.format()), call.state);
        if (format == null) {
            return null;
        }
        List<Value> values = new ArrayList<>(formatted.arguments().stream().map(call::value).toList());
        if (formatted.rest()) {
            values.addAll(arguments.subList(Math.min(call.model.parameters().size(), arguments.size()), arguments.size()));
        }
        return new Value.Text(TextValues.format(format, values, call.state));
    }

    /** Values that the call computes, once its other effects have happened. */
    void fold(ModelledCall call) {
        for (Effect effect : call.model.effects()) {
            switch (effect) {
                case Effect.Value(Expression slot, Expression value, var condition) when value != null && call.mayHold(condition) -> {
                    copyParts(call, slot, value);
                    assign(call, slot, folded(call, value));
                }
                case Effect.FormattedValue formatted when call.mayHold(formatted.condition()) -> {
                    Value text = texts.get(formatted);
                    if (text != null) {
                        assign(call, formatted.slot(), text);
                    }
                }
                case Effect.LengthValue(Expression slot, Expression text, var condition) when call.mayHold(condition) -> {
                    String known = TextValues.textOf(call.value(text), call.state);
                    if (known != null && new Value.Text(known).isWhole()) {
                        call.store(slot, new Value.Number(known.length()));
                    }
                }
                default -> {}
            }
        }
    }

    /** {@code memcpy} of a structure: what its members hold, the copy's hold too. */
    private static void copyParts(ModelledCall call, Expression slot, Expression value) {
        Location to = call.cell(slot);
        Location from = call.cell(value);
        if (to != null && from != null && !to.root().equals(from.root()) && Evaluator.mappingOf(to, call.state) == null) {
            call.state.memory.copyObject(from, to);
        }
    }

    private static Value folded(ModelledCall call, Expression value) {
        // A text stands for all of its characters, where what a pointer to it points to is but the first.
        String text = TextValues.textOf(
                call.value(value instanceof Expression.Read(Place.Dereference(Expression start)) ? start : value), call.state);
        return text == null ? call.value(value) : new Value.Text(text);
    }

    private static void assign(ModelledCall call, Expression slot, Value value) {
        Location cell = call.cell(slot);
        if (cell == null && !call.isResult(slot)) {
            cell = Evaluator.target(call.value(slot));
        }
        if (cell != null && Evaluator.mappingOf(cell, call.state) != null) {
            return;
        }
        if (call.isResult(slot)) {
            call.setResult(value);
        } else if (cell != null) {
            call.state.memory.put(cell, value);
        }
    }

    private void measure(ModelledCall call, @Nullable Expression length) {
        if (length != null) {
            watch.used(call.state, call.value(length), ResultLog.Purpose.LENGTH);
        }
    }

    private void touch(ModelledCall call, Value pointer, boolean write) {
        watch.used(call.state, pointer, ResultLog.Purpose.ADDRESS);
        Location target = Evaluator.target(pointer);
        if (target == null) {
            return;
        }
        Symbol mapping = Evaluator.mappingOf(target, call.state);
        if (mapping != null) {
            watch.accessed(call.state, mapping, target, write);
        }
    }

    private void readFormatted(ModelledCall call, Expression format, int first, List<Value> arguments) {
        touch(call, call.value(format), false);
        String text = TextValues.textOf(call.value(format), call.state);
        if (text == null || first < 0) {
            return;
        }
        int index = first;
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) != '%') {
                continue;
            }
            i++;
            while (i < text.length() && "0123456789.-+ #'hlLqjzt*".indexOf(text.charAt(i)) >= 0) {
                i++;
            }
            if (i < text.length() && text.charAt(i) == '%') {
                continue;
            }
            if (i < text.length() && text.charAt(i) == 's' && index < arguments.size()) {
                touch(call, arguments.get(index), false);
            }
            index++;
        }
    }

    /** What lay there is overwritten with something unknown. */
    private void fill(ModelledCall call, Value pointer) {
        touch(call, pointer, true);
        Location target = Evaluator.target(pointer);
        if (target == null) {
            return;
        }
        Location object = target instanceof Location.Element(Location base, long ignored) ? base : target;
        call.state.memory.forEachWithin(object, (cell, value) -> {
            if (!isHandle(value, call.state)) {
                call.state.memory.put(cell, Value.UNKNOWN);
            }
        });
    }

    /** Whether the value is a handle that is still open and was made here. */
    static boolean isHandle(@Nullable Value value, State state) {
        if (!(value instanceof Value.Symbolic(Symbol symbol, long ignored))) {
            return false;
        }
        HandleState handle = state.handles.get(symbol);
        return handle != null && handle.acquiredAt() != null && !handle.isClosed();
    }

    /** Whether a function that is given these arguments can come to a shared mapping, through them or through a global. */
    static boolean reachesMapping(List<Value> arguments, State state) {
        for (Map.Entry<Symbol, HandleState> entry : state.handles.view().entrySet()) {
            HandleState handle = entry.getValue();
            if (handle.kind().equals(Handles.MAPPING) && !handle.isClosed() && reaches(arguments, entry.getKey(), state)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reaches(List<Value> arguments, Symbol mapping, State state) {
        List<Location> holders = state.memory.holdersOf(mapping);
        return holders.stream().anyMatch(MemoryEffects::isStatic) || arguments.stream().map(Evaluator::target)
                .anyMatch(target -> target != null
                        && (target.root().equals(new Location.Pointee(mapping))
                                || holders.stream().anyMatch(holder -> holder.isWithin(target.root()::equals))));
    }

    private static boolean isStatic(Location location) {
        return location.root() instanceof Location.Cell(Variable variable, var ignored) && variable.isStatic();
    }
}
