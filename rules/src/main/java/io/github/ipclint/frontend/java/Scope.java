package io.github.ipclint.frontend.java;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Variable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a name is looked up, inside out: blocks, then the class around them, then what is around that class. */
sealed interface Scope {
    @Nullable Scope parent();

    /** A local variable or parameter and its static type. */
    record Local(Variable variable, JavaType type) {}

    /**
     * A block, a parameter list or a lambda.
     *
     * @param types local classes and the type variables of a method
     */
    record Block(Scope parent, Map<String, Local> variables, Map<String, JavaType> types) implements Scope {
        Block(Scope parent) {
            this(parent, new HashMap<>(), new HashMap<>());
        }
    }

    /**
     * The members of a class.
     *
     * @param self how code in this scope names the object; null where there is none
     */
    record OfClass(@Nullable Scope parent, SourceClass info, @Nullable Expression self) implements Scope {}

    /** The class whose code this is. */
    default SourceClass owner() {
        return ownerScope().info();
    }

    default OfClass ownerScope() {
        Scope at = this;
        while (true) {
            switch (at) {
                case OfClass ofClass -> {
                    return ofClass;
                }
                case Block block -> at = block.parent();
            }
        }
    }

    /** A local class or type variable. */
    default @Nullable JavaType type(String name) {
        for (Scope at = this; at != null; at = at.parent()) {
            if (at instanceof Block block) {
                JavaType found = block.types().get(name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    default JavaType convert(com.github.javaparser.ast.type.Type type) {
        SourceClass owner = owner();
        return owner.names().convert(type, owner, this::type);
    }
}
