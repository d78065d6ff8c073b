package io.github.ipclint.engine;

import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.HandleKind;
import java.util.Set;

/** How much a call matters to what the rules ask for. */
enum Weight {
    /** It only computes, prints or copies. */
    NOTHING,
    /** It ends the process. */
    ENDS,
    /** It moves data through handles, and changes nothing that outlives it. */
    PASSES,
    /** It changes handles, processes, objects or what happens later. */
    CHANGES;

    private static final String MEMORY = HandleKind.MEMORY.word();

    Weight or(Weight other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** What a call of the modelled function may do at most. */
    static Weight of(FunctionModel model) {
        boolean makesMemory = model.all(Effect.Acquires.class).stream().anyMatch(acquired -> acquired.kind().equals(MEMORY));
        Weight weight = model.is(FunctionModel.Trait.NORETURN) ? ENDS : NOTHING;
        if (model.is(FunctionModel.Trait.MUST_CHECK) && !makesMemory) {
            weight = PASSES;
        }
        // Programs print everywhere, and hardly any print to a descriptor that matters; who reads a line waits for it.
        boolean reads = model.all(Effect.Transfers.class).stream().anyMatch(moved -> moved.direction() == Effect.Direction.IN);
        Weight transfer = model.takesStream() && !reads ? NOTHING : PASSES;
        for (Effect effect : model.effects()) {
            weight = weight.or(switch (effect) {
                case Effect.ReadsMemory _,Effect.FillsMemory _,Effect.Formats _,Effect.Terminated _,Effect.View _,Effect.Awaits _ ->
                        NOTHING;
                case Effect.Value _,Effect.FormattedValue _,Effect.LengthValue _,Effect.Fails _,Effect.MustCheck _ -> NOTHING;
                case Effect.Allows _,Effect.RequiresArgument _ -> NOTHING;
                // What is called back at once weighs for itself: it counts as called by whoever makes the call.
                case Effect.Calls calls when calls.time() == Effect.CallTime.NOW -> NOTHING;
                case Effect.Sizes ignored when makesMemory -> NOTHING;
                case Effect.Acquires(var slot, String kind, var mode, var condition) ->
                        kind.equals(MEMORY) ? NOTHING : CHANGES;
                case Effect.Releases(var slot, String kind, var condition) -> MEMORY.equals(kind) ? NOTHING : CHANGES;
                case Effect.EndsProcess ignored -> ENDS;
                case Effect.Becomes(var slot, Set<Effect.Fact> facts, var condition) when facts.equals(Set.of(Effect.Fact.OFFSET_MOVED)) ->
                        transfer;
                case Effect.Transfers _,Effect.Uses _,Effect.Blocks _,Effect.OrdersAfter _,Effect.OrdersBefore _ -> transfer;
                // Without a default: whoever adds an effect says here what it weighs, or all that only compares strings is followed again.
                case Effect.Becomes _,Effect.Sizes _,Effect.Calls _ -> CHANGES;
                case Effect.Duplicates _,Effect.Wraps _,Effect.Passes _,Effect.Names _,Effect.Creates _,Effect.Removes _ -> CHANGES;
                case Effect.ReleasesRange _,Effect.Maps _,Effect.Unmaps _ -> CHANGES;
                case Effect.Forks _,Effect.Execs _,Effect.Spawns _,Effect.Waits _ -> CHANGES;
                case Effect.Disposition _,Effect.Masks _,Effect.SendsSignal _ -> CHANGES;
            });
        }
        return weight;
    }
}
