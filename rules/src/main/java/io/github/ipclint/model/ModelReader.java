package io.github.ipclint.model;

import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Attribute;
import io.github.ipclint.ir.TranslationUnit.Problem;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.FunctionModel.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads annotated prototypes as models. What it does not understand it reports and leaves out; the rest of the prototype still
 * counts.
 */
public final class ModelReader {
    /**
     * What was read.
     *
     * @param problems attributes that say nothing, with their places
     */
    public record Result(List<FunctionModel> functions, List<Problem> problems) {
        public Result {
            functions = List.copyOf(functions);
            problems = List.copyOf(problems);
        }
    }

    /** The attributes that are plain marks. */
    static final Set<String> TRAITS =
            Set.of("async_signal_safe", "closes_on_failure", "interruptible", "not_after_vfork", "noreturn", "own_process", "partial",
                    "seed");

    private final Predicate<String> constants;
    private final List<Problem> problems = new ArrayList<>();

    private ModelReader(Predicate<String> constants) {
        this.constants = constants;
    }

    /**
     * The models of these prototypes, one each; a prototype without attributes is known and harmless. A first parameter of kind
     * RECEIVER is the {@code this} of a Java method.
     *
     * @param constants whether a name is that of a constant
     */
    public static Result read(List<Prototype> prototypes, Predicate<String> constants) {
        ModelReader reader = new ModelReader(constants);
        List<FunctionModel> functions = prototypes.stream().map(reader::model).toList();
        return new Result(functions, reader.problems);
    }

    private FunctionModel model(Prototype prototype) {
        Slots slots = new Slots(prototype, constants);
        List<Effect> effects = new ArrayList<>();
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (Attribute attribute : prototype.attributes()) {
            try {
                if (!isTrait(attribute, traits)) {
                    Effect effect = EffectForms.effect(attribute, slots);
                    effects.add(effect);
                    implied(effect, traits);
                }
            } catch (MalformedAttribute malformed) {
                SourceRange at = malformed.at();
                problems.add(new Problem(at, String.valueOf(malformed.getMessage())));
            }
        }
        List<Variable> parameters = prototype.parameters();
        @Nullable Variable receiver =
                !parameters.isEmpty() && parameters.getFirst().kind() == Variable.Kind.RECEIVER ? parameters.getFirst() : null;
        List<Variable> declared = receiver == null ? parameters : parameters.subList(1, parameters.size());
        return new FunctionModel(
                prototype.name(), declared, receiver, prototype.result(), prototype.variadic(), slots.rest(), effects, traits);
    }

    /** Takes a plain mark. {@code must_check} is one unless it has a condition. */
    private static boolean isTrait(Attribute attribute, Set<Trait> traits) throws MalformedAttribute {
        boolean always = attribute.name().equals("must_check") && attribute.arguments().isEmpty();
        if (!always && !TRAITS.contains(attribute.name())) {
            return false;
        }
        if (!attribute.arguments().isEmpty()) {
            throw new MalformedAttribute(attribute.at(), "'" + attribute.name() + "' takes no arguments");
        }
        traits.add(Trait.valueOf(attribute.name().toUpperCase(Locale.ROOT)));
        return true;
    }

    private static void implied(Effect effect, Set<Trait> traits) {
        if (effect instanceof Effect.MustCheck) {
            traits.add(Trait.MUST_CHECK);
        }
        if (effect instanceof Effect.EndsProcess(var ignored, Condition condition) && condition.equals(Condition.ON_SUCCESS)) {
            traits.add(Trait.NORETURN);
        }
    }
}
