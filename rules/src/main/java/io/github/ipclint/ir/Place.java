package io.github.ipclint.ir;

/** Something that can be assigned: an lvalue. {@code p->f} is {@code Field(Dereference(p), f)}. */
public sealed interface Place {
    record Cell(Variable variable) implements Place {
        @Override
        public String toString() {
            return variable.name();
        }
    }

    record Field(Place base, String name) implements Place {
        @Override
        public String toString() {
            return base instanceof Dereference(Expression pointer) ? pointer + "->" + name : base + "." + name;
        }
    }

    /**
     * Element of an array. Where {@code a} is an array place the base is that place; where {@code p} is a pointer (or a C array
     * parameter) {@code p[i]} is {@code Element(Dereference(p), i)}.
     */
    record Element(Place base, Expression index) implements Place {
        @Override
        public String toString() {
            return (base instanceof Dereference(Expression pointer) ? pointer.toString() : base.toString()) + "[" + index + "]";
        }
    }

    record Dereference(Expression pointer) implements Place {
        @Override
        public String toString() {
            return pointer instanceof Expression.Binary ? "*(" + pointer + ")" : "*" + pointer;
        }
    }
}
