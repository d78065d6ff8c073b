package io.github.ipclint.engine;

import io.github.ipclint.ir.Cfg.Block;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Place;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What one function does by itself, before it is known what those do that it calls.
 *
 * @param function that was scanned
 * @param weight of the calls that it makes of functions outside the set
 * @param called by it, or by what it calls with them as arguments
 * @param named those whose address it takes: handlers, threads, callbacks
 * @param handlers those of them that it installs for a signal or timer, or stores where that is done from
 */
record CallScan(Function function, Weight weight, List<Function> called, List<Function> named, List<Function> handlers) {
    /** Scans functions; may be shared between threads. */
    static final class Scanner {
        private final Linker linker;
        private final Models models;
        private final Set<String> handlerFields;
        private final Map<FunctionModel, Weight> weights = new ConcurrentHashMap<>();

        Scanner(Linker linker, Models models) {
            this.linker = linker;
            this.models = models;
            this.handlerFields = handlerFields(models);
        }

        CallScan scan(Function function) {
            CallScan found = new CallScan(function, Weight.NOTHING, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            Weight weight = Weight.NOTHING;
            for (Block block : function.cfg().blocks()) {
                for (Instruction instruction : block.instructions()) {
                    if (instruction instanceof Call call) {
                        weight = weight.or(enter(call, found));
                    } else if (instruction instanceof Instruction.Assign(Place target, Expression value, var at)) {
                        Function stored = reference(value, function);
                        if (stored != null) {
                            found.named.add(stored);
                            if (target instanceof Place.Field(var action, String name) && handlerFields.contains(name)) {
                                found.handlers.add(stored);
                            }
                        }
                    }
                }
            }
            return new CallScan(function, weight, found.called, found.named, found.handlers);
        }

        /** Enters one call; its weight where no function of the set is called. */
        private Weight enter(Call call, CallScan found) {
            FunctionModel model = models.of(call.target(), call.arguments().size());
            Function callee = linker.resolve(found.function, call.target(), call.arguments().size(), model != null);
            if (callee != null) {
                found.called.add(callee);
            }
            for (Expression argument : call.arguments()) {
                Function callback = reference(argument, found.function);
                if (callback != null) {
                    found.named.add(callback);
                    List<Effect.Calls> calls = model == null ? List.of() : model.all(Effect.Calls.class);
                    if (calls.stream().anyMatch(Scanner::isHandled)) {
                        found.handlers.add(callback);
                    }
                    if (calls.stream().anyMatch(made -> made.time() == Effect.CallTime.NOW)) {
                        found.called.add(callback);
                    }
                }
            }
            FunctionModel said = callee != null || model != null ? model : models.partial(call.target());
            return callee != null || said == null ? Weight.NOTHING : weights.computeIfAbsent(said, Weight::of);
        }

        /** The function that the expression is the address of, null for others. */
        private @Nullable Function reference(Expression expression, Function function) {
            return switch (expression) {
                case Expression.FunctionReference(String name) -> linker.resolve(function.unit(), name);
                case Expression.Cast(var type, Expression operand) -> reference(operand, function);
                default -> null;
            };
        }

        private static boolean isHandled(Effect.Calls calls) {
            return calls.time() == Effect.CallTime.SIGNAL || calls.time() == Effect.CallTime.TIMER;
        }

        /** Members of structures that calls take handlers from. */
        private static Set<String> handlerFields(Models models) {
            Set<String> fields = new HashSet<>();
            for (FunctionModel model : models.all()) {
                for (Effect.Calls calls : model.all(Effect.Calls.class)) {
                    if (isHandled(calls) && calls.function() instanceof Expression.Read(Place.Field(var action, String name))) {
                        fields.add(name);
                    }
                }
            }
            return fields;
        }
    }
}
