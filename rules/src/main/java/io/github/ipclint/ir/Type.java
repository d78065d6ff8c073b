package io.github.ipclint.ir;

import java.util.List;

/** A type as far as the analysis needs it: sizes, fields, element types. Sizes in bytes, LP64. */
public sealed interface Type {
    /** The type that nothing is known of. */
    Type UNKNOWN = new Named("?");

    Type INT = new Primitive("int", 4, true);
    Type LONG = new Primitive("long", 8, true);
    Type CHAR = new Primitive("char", 1, true);
    Type VOID = new Primitive("void", 1, false);

    /** Size in bytes, or -1 where it is not known. */
    long size();

    /**
     * Alignment in bytes, 1 where it is not known. No default method: two threads that meet this type and one of its records first would
     * wait for each other's initialisation (JLS 12.4.1).
     */
    long alignment();

    /** Arithmetic type, boolean or void; Java primitives too. */
    record Primitive(String name, long size, boolean signed) implements Type {
        @Override
        public long alignment() {
            return Math.clamp(size(), 1, 8);
        }
    }

    /** Pointer in C, reference in Java. */
    record Pointer(Type target) implements Type {
        @Override
        public long size() {
            return 8;
        }

        @Override
        public long alignment() {
            return Math.clamp(size(), 1, 8);
        }
    }

    /** Array with its number of elements, -1 where that is not a constant. */
    record Array(Type element, long length) implements Type {
        @Override
        public long size() {
            return length < 0 || element.size() < 0 ? -1 : length * element.size();
        }

        @Override
        public long alignment() {
            return element.alignment();
        }
    }

    /** Structure or union with its fields in order; a tag that was only mentioned has none and {@code complete} is false. */
    record Struct(String tag, List<Field> fields, boolean union, boolean complete) implements Type {
        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public long size() {
            if (!complete) {
                return -1;
            }
            long size = 0;
            for (Field field : fields) {
                long fieldSize = field.type().size();
                if (fieldSize < 0) {
                    return -1;
                }
                long at = union ? 0 : align(size, field.type().alignment());
                size = Math.max(size, at + fieldSize);
            }
            return align(size, alignment());
        }

        @Override
        public long alignment() {
            return fields.stream().mapToLong(field -> field.type().alignment()).max().orElse(1);
        }

        private static long align(long offset, long alignment) {
            return (offset + alignment - 1) / alignment * alignment;
        }
    }

    /** One member of a structure. */
    record Field(String name, Type type) {}

    /** Function type; what a function pointer points to. */
    record FunctionType(Type result, List<Type> parameters) implements Type {
        public FunctionType {
            parameters = List.copyOf(parameters);
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public long alignment() {
            return Math.clamp(size(), 1, 8);
        }
    }

    /** A name that no declaration explains, such as {@code pid_t} without its header, or a Java class (qualified where it resolves). */
    record Named(String name) implements Type {
        @Override
        public long size() {
            return switch (name) {
                case "pid_t", "uid_t", "gid_t", "mode_t", "key_t", "id_t", "socklen_t", "sig_atomic_t", "mqd_t", "in_addr_t", "int32_t",
                        "uint32_t" -> 4;
                case "size_t", "ssize_t", "off_t", "time_t", "intptr_t", "uintptr_t", "int64_t", "uint64_t", "ino_t", "dev_t",
                        "pthread_t" -> 8;
                case "int16_t", "uint16_t", "in_port_t", "sa_family_t" -> 2;
                case "int8_t", "uint8_t", "bool" -> 1;
                default -> -1;
            };
        }

        @Override
        public long alignment() {
            return Math.clamp(size(), 1, 8);
        }
    }
}
