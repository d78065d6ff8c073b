package io.github.ipclint.probe.confirmation;

import io.github.ipclint.driver.ModelLibrary;
import io.github.ipclint.model.Condition;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Namespace;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.Models;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the analyzer's models say of functions by their names. */
final class ModelledCalls {
    private static final String DIRECTORY = "directory";

    private static final Models MODELS = ModelLibrary.shipped().models();

    private ModelledCalls() {}

    /** Whether another program may run, in this process or a new one. */
    static boolean startsPrograms(String name) {
        return effects(name).anyMatch(effect -> effect instanceof Effect.Execs || effect instanceof Effect.Spawns);
    }

    /** Whether it may remove an object of some namespace. */
    static boolean removes(String name, Predicate<Namespace> namespace) {
        return effects(name).anyMatch(effect -> effect instanceof Effect.Removes removal
                && Stream.ofNullable(removal.namespace()).anyMatch(namespace));
    }

    /** Whether it may open what a path names, without making it in every case. */
    static boolean opensFiles(String name) {
        return effects(name).anyMatch(effect -> effect instanceof Effect.Names names && names.namespace() == Namespace.FILE)
                && effects(name).noneMatch(
                        effect -> effect instanceof Effect.Creates creation && creation.condition().equals(Condition.ON_SUCCESS));
    }

    static boolean opensFolders(String name) {
        return effects(name).anyMatch(effect -> effect instanceof Effect.Acquires made && made.kind().equals(DIRECTORY));
    }

    private static Stream<Effect> effects(String name) {
        return Stream.ofNullable(MODELS.of(name)).map(FunctionModel::effects).flatMap(java.util.List::stream).filter(Objects::nonNull);
    }
}
