package io.github.ipclint.engine;

import io.github.ipclint.ir.Variable;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Need;
import io.github.ipclint.model.FunctionModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a process on some path. Rules and topology are questions over these. A {@code table} is the
 * descriptor table of the process just before the event.
 */
public sealed interface Event {
    Site site();

    ProcessInstance process();

    /**
     * Any modelled call.
     *
     * @param arguments folded where they fold
     * @param children living children of the process, with the fork that made them as {@link ProcessInstance#origin}
     * @param afterFailure the path has assumed that an earlier call failed
     */
    record Called(
            Site site,
            ProcessInstance process,
            FunctionModel model,
            List<Value> arguments,
            Set<ProcessInstance> children,
            Map<Symbol, HandleState> table,
            boolean afterFailure)
            implements Event {
        /** Which argument goes to the parameter that an effect of the model names; -1 where it names none, or the call gives none. */
        public int position(@Nullable Expression parameter) {
            int index = parameter instanceof Expression.Read(Place.Cell(Variable variable)) ? model.parameters().indexOf(variable) : -1;
            return index < arguments.size() ? index : -1;
        }

        /** What is given for the parameter that an effect of the model names; unknown as {@link #position} is -1. */
        public Value argument(@Nullable Expression parameter) {
            int index = position(parameter);
            return index < 0 ? Value.UNKNOWN : arguments.get(index);
        }
    }

    /** A function without model or body was called. */
    record CalledUnknown(Site site, ProcessInstance process, String name) implements Event {}

    /**
     * A handle was used.
     *
     * @param symbol null when the value is a plain number
     * @param handle its state before, null for handles that came from outside
     * @param needs what the call needs of it, empty for a release
     * @param validity whether the value is, or may be, the failure value of the call that made it
     * @param unconfirmed the earlier call that the needs rest on while the path has not looked whether it succeeded
     * @param failed the earlier call that the needs rest on, when the path knows that it has failed
     */
    record Used(
            Site site,
            ProcessInstance process,
            @Nullable Symbol symbol,
            @Nullable HandleState handle,
            Set<Need> needs,
            boolean release,
            Validity validity,
            @Nullable Site unconfirmed,
            @Nullable Site failed)
            implements Event {}

    /** Whether a value is what the call delivered on success. */
    enum Validity {
        VALID,
        /** The result was never compared on this path. */
        UNCHECKED,
        /** It was compared, and may be the failure value here. */
        POSSIBLY_FAILED,
        /** It is the failure value. */
        FAILED
    }

    /** Data moved through a handle. {@code blocking} false when the handle is known not to block; {@code repeats}: in a loop without a count. */
    record Transferred(
            Site site,
            ProcessInstance process,
            Effect.Direction direction,
            Symbol symbol,
            HandleState handle,
            Map<Symbol, HandleState> table,
            Set<ProcessInstance> children,
            boolean blocking,
            boolean repeats)
            implements Event {}

    /** A process waits for one child (null: any). */
    record Waited(Site site, ProcessInstance process, Set<ProcessInstance> awaited, Map<Symbol, HandleState> table, boolean blocking,
            boolean repeats)
            implements Event {}

    /** @param repeats in a loop without a count, so that children may come without end */
    record Forked(Site site, ProcessInstance process, ProcessInstance child, Map<Symbol, HandleState> table, boolean repeats)
            implements Event {}

    /**
     * Another program was started beside this one.
     *
     * @param handle stands for it, with the redirections that it was given
     * @param command the first words of its command line, as far as they are known
     */
    record Spawned(Site site, ProcessInstance process, Symbol symbol, HandleState handle, List<String> command) implements Event {}

    /** @param path of the program that the process becomes, null where it could not be told */
    record Executed(Site site, ProcessInstance process, Map<Symbol, HandleState> table, @Nullable String path) implements Event {
        /** What the new program finds open: all that is not close-on-exec. */
        public Map<Symbol, HandleState> kept() {
            Map<Symbol, HandleState> kept = new LinkedHashMap<>();
            table.forEach((symbol, handle) -> {
                if (!handle.is(Effect.Fact.CLOEXEC)) {
                    kept.put(symbol, handle);
                }
            });
            return kept;
        }
    }

    /** The process ends. */
    record Ended(Site site, ProcessInstance process, Map<Symbol, HandleState> table, Set<ProcessInstance> children, boolean afterFailure)
            implements Event {}

    /** A loop that the process does not leave by its condition was entered. */
    record EnteredEndlessLoop(Site site, ProcessInstance process, Map<Symbol, HandleState> table, Set<ProcessInstance> children,
            boolean blocks)
            implements Event {}

    /** How a kernel object was touched. */
    enum ObjectUse {
        CREATE,
        OPEN,
        REMOVE,
        SIZE,
        MAP,
        READ,
        WRITE
    }

    /**
     * A kernel object was touched.
     *
     * @param access direction of an open
     * @param size bytes asked for or set, null where unknown or not said
     * @param handle the handle concerned, if any
     * @param exclusive created with O_EXCL or IPC_EXCL
     * @param waitsForPeer opening blocks until the other side opens
     */
    record TouchedObject(
            Site site,
            ProcessInstance process,
            KernelObject object,
            ObjectUse use,
            HandleState.Access access,
            @Nullable Long size,
            @Nullable Symbol handle,
            boolean exclusive,
            boolean waitsForPeer,
            FunctionModel model)
            implements Event {}

    /** A shared mapping was read or written. */
    record Accessed(Access access) implements Event {
        @Override
        public Site site() {
            return access.site();
        }

        @Override
        public ProcessInstance process() {
            return access.process();
        }
    }

    /** Why a call that is reached again fails or ends the same way. */
    enum Repetition {
        END_OF_FILE,
        STUCK_FAILURE,
        /** Never checked: whatever it failed with comes again. */
        IGNORED_FAILURE
    }

    /**
     * A call was reached again with its own last outcome unchanged, nothing in between having blocked.
     *
     * @param repeatedAt the call itself, or that of a function that hands its result on, in the function that has the loop
     */
    record Repeated(
            Site site, ProcessInstance process, Repetition repetition, @Nullable HandleState handle, FunctionModel model, Site repeatedAt)
            implements Event {}

    /** When a lost handle hurts. */
    enum Consequence {
        /** The site that made it is reached again. */
        ACCUMULATES,
        /** The process goes on in an endless loop. */
        STAYS,
        /** Library code: nobody knows how often it is called. */
        LIBRARY,
        /** All paths lead to the end of the process. */
        ENDS
    }

    /**
     * A handle was lost while open.
     *
     * @param site where
     * @param failure the call whose failure the path had assumed by then
     */
    record Lost(
            Site site, ProcessInstance process, Symbol symbol, HandleState handle, Consequence consequence, @Nullable Site failure)
            implements Event {}

    /** A mapping that a call delivered was compared while it could still be the failure value. */
    record Compared(Site site, ProcessInstance process, Site call, FunctionModel model, Expression condition, SourceRange at)
            implements Event {}

    /** A handler was installed for a signal. */
    record InstalledHandler(Site site, ProcessInstance process, String function, @Nullable Long signal, ProcessInstance handler)
            implements Event {}

    /** An argument that the call needs is missing. */
    record MissedArgument(Site site, ProcessInstance process, FunctionModel model, int index) implements Event {}
}
