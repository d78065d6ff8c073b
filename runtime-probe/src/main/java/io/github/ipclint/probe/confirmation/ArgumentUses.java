package io.github.ipclint.probe.confirmation;

import io.github.ipclint.ir.Cfg;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the functions of a program that are given its command line do with it: how many arguments they ask for, what they compare each
 * with, and what they pass it to.
 */
final class ArgumentUses {
    /** Position of an argument whose index is a variable. */
    static final int EACH = 0;

    private static final Set<String> COMPARISONS = Set.of("strcmp", "strncmp", "strcasecmp", "strncasecmp");
    private static final Set<String> HELP = Set.of("--help", "-h", "-help", "--version", "-?", "");
    private static final Set<String> TO_NUMBER =
            Set.of("atoi", "atol", "atoll", "atof", "strtol", "strtoll", "strtoul", "strtoull", "strtod", "sscanf");
    private static final Set<String> TO_PORT = Set.of("htons");

    /** Those that open none, and of which the models say nothing. */
    private static final Set<String> FOLDERS = Set.of("chdir", "scandir", "nftw", "ftw", "fts_open", "inotify_add_watch", "statvfs");
    private static final Set<String> HOSTS =
            Set.of("inet_addr", "inet_aton", "inet_pton", "gethostbyname", "gethostbyname2", "getaddrinfo");
    private static final Set<String> LOOKS_AT_FILES = Set.of("stat", "lstat", "access");
    private static final char FIRST_PRINTABLE = '!';
    private static final char LAST_PRINTABLE = '~';

    /** What an argument stands for. */
    enum Kind {
        NUMBER,
        PORT,
        FOLDER,
        HOST,
        COMMAND,
        FILE
    }

    private final Map<String, Function> functions = new HashMap<>();
    private final Set<Integer> counts = new TreeSet<>();
    private final Map<Integer, Set<String>> words = new TreeMap<>();
    private final Map<Integer, Kind> kinds = new HashMap<>();
    private int last;
    private String options = "";

    private ArgumentUses() {}

    static ArgumentUses of(TranslationUnit unit) {
        ArgumentUses uses = new ArgumentUses();
        unit.functions().forEach(function -> uses.functions.put(function.name(), function));
        for (Function function : unit.functions()) {
            List<Variable> parameters = function.parameters();
            if (parameters.size() >= 2 && parameters.getFirst().type().equals(Type.INT)
                    && parameters.get(1).type() instanceof Type.Pointer(Type.Pointer(Type text)) && text.equals(Type.CHAR)) {
                uses.new Reader(parameters.getFirst(), parameters.get(1)).read(function);
            }
        }
        return uses;
    }

    /** How many arguments decide something; sorted. */
    Set<Integer> counts() {
        return counts;
    }

    /** With what an argument is compared; position 1 is the first. */
    Set<String> words(int position) {
        return words.getOrDefault(position, words.getOrDefault(EACH, Set.of()));
    }

    Kind kind(int position) {
        return kinds.getOrDefault(position, kinds.getOrDefault(EACH, Kind.NUMBER));
    }

    /** The largest position that is used; 0 where none is. */
    int last() {
        return last;
    }

    /** Letters of the options, as {@code getopt(3)} is told; empty if there are none. */
    String options() {
        return options;
    }

    /** Reads one function. */
    private final class Reader {
        private final Variable count;
        private final Variable vector;
        private final Map<Variable, Integer> aliases = new HashMap<>();
        private final Set<Function> open = new HashSet<>();

        Reader(Variable count, Variable vector) {
            this.count = count;
            this.vector = vector;
        }

        void read(Function function) {
            if (!open.add(function)) {
                return;
            }
            for (Cfg.Block block : function.cfg().blocks()) {
                for (Instruction instruction : block.instructions()) {
                    switch (instruction) {
                        case Instruction.Assign(Place target, Expression value, var ignored) -> assign(target, value);
                        case Instruction.Call call -> call(call);
                        case Instruction.Assume assume -> expression(assume.condition());
                        case Instruction.Return result when result.value() != null -> expression(result.value());
                        default -> {
                            // says nothing of arguments
                        }
                    }
                }
            }
            open.remove(function);
        }

        private void assign(Place target, Expression value) {
            position(value).ifPresent(position -> alias(target, position));
            expression(value);
        }

        private void alias(Place target, int position) {
            if (target instanceof Place.Cell(Variable variable)) {
                aliases.put(variable, position);
            }
        }

        private void call(Instruction.Call call) {
            call.arguments().forEach(this::expression);
            if (!(call.target() instanceof Instruction.Target.Named(String name))) {
                return;
            }
            List<Expression> arguments = call.arguments();
            if (name.startsWith("getopt") && arguments.size() >= 3 && arguments.get(2) instanceof Expression.Text(String letters)) {
                options = letters;
            }
            for (Expression argument : arguments) {
                position(argument).ifPresent(position -> {
                    given(name, position);
                    if (COMPARISONS.contains(name)) {
                        arguments.forEach(other -> {
                            if (other instanceof Expression.Text(String text)) {
                                word(position, text);
                            }
                        });
                    }
                    passed(name, arguments.indexOf(argument), position);
                    Place result = call.result();
                    if (result != null && TO_NUMBER.contains(name)) {
                        alias(result, position);
                    }
                });
            }
        }

        /** A function of the program does with it what it does with its parameter. */
        private void passed(String name, int index, int position) {
            Function callee = functions.get(name);
            if (callee != null && index < callee.parameters().size() && !open.contains(callee)) {
                aliases.put(callee.parameters().get(index), position);
                read(callee);
            }
        }

        private void given(String name, int position) {
            if (TO_PORT.contains(name)) {
                kinds.put(position, Kind.PORT);
            } else if (TO_NUMBER.contains(name)) {
                kinds.putIfAbsent(position, Kind.NUMBER);
            } else if (FOLDERS.contains(name) || ModelledCalls.opensFolders(name)) {
                kinds.put(position, Kind.FOLDER);
            } else if (HOSTS.contains(name)) {
                kinds.put(position, Kind.HOST);
            } else if (ModelledCalls.startsPrograms(name)) {
                kinds.putIfAbsent(position, Kind.COMMAND);
            } else if (LOOKS_AT_FILES.contains(name) || ModelledCalls.opensFiles(name)) {
                kinds.putIfAbsent(position, Kind.FILE);
            }
        }

        private void word(int position, String text) {
            if (!HELP.contains(text)) {
                words.computeIfAbsent(position, _ -> new LinkedHashSet<>()).add(text);
            }
        }

        /** Looks at comparisons, and at what is used. */
        private void expression(Expression expression) {
            position(expression);
            switch (expression) {
                case Expression.Binary(BinaryOperator operator, Expression left, Expression right) -> {
                    expression(left);
                    expression(right);
                    if (operator.isComparison() && right instanceof Expression.Constant(long value)) {
                        compared(operator, left, value);
                    }
                }
                case Expression.Unary unary -> expression(unary.operand());
                case Expression.Cast cast -> expression(cast.operand());
                case Expression.Conditional(Expression condition, Expression whenTrue, Expression whenFalse) -> {
                    expression(condition);
                    expression(whenTrue);
                    expression(whenFalse);
                }
                default -> {
                    // has no parts that compare
                }
            }
        }

        private void compared(BinaryOperator operator, Expression left, long value) {
            if (left instanceof Expression.Read(Place.Cell(Variable variable)) && variable.equals(count)) {
                // the name of the program counts, too
                boolean beyond = operator == BinaryOperator.GREATER || operator == BinaryOperator.LESS_EQUAL;
                counts.add((int) value - (beyond ? 0 : 1));
                counts.add((int) value - (beyond ? 1 : 2));
            }
            if (operator == BinaryOperator.EQUAL && value >= FIRST_PRINTABLE && value <= LAST_PRINTABLE) {
                firstLetter(left).ifPresent(position -> word(position, String.valueOf((char) value)));
            }
        }

        private OptionalInt firstLetter(Expression expression) {
            return switch (expression) {
                case Expression.Cast cast -> firstLetter(cast.operand());
                case Expression.Read(Place.Element(Place.Dereference(Expression text), Expression.Constant(long index))) when index == 0 ->
                        position(text);
                case Expression.Read(Place.Dereference(Expression text)) -> position(text);
                default -> OptionalInt.empty();
            };
        }

        /** Which argument the value is. */
        private OptionalInt position(Expression expression) {
            OptionalInt position = switch (expression) {
                case Expression.Cast cast -> position(cast.operand());
                case Expression.Read(Place.Cell(Variable variable)) when aliases.containsKey(variable) ->
                        OptionalInt.of(aliases.get(variable));
                case Expression.Read(Place.Element(Place.Dereference(Expression base), Expression index)) when isVector(base) ->
                        index(index);
                case Expression.Read(Place.Dereference(Expression.Binary(BinaryOperator operator, Expression base, Expression index))) when operator
                        == BinaryOperator.ADD && isVector(base) -> index(index);
                default -> OptionalInt.empty();
            };
            position.ifPresent(it -> last = Math.max(last, it == EACH ? 1 : it));
            return position;
        }

        private boolean isVector(Expression base) {
            return base instanceof Expression.Read(Place.Cell(Variable variable)) && variable.equals(vector);
        }

        private OptionalInt index(Expression index) {
            if (index instanceof Expression.Constant(long value)) {
                return value > 0 && value < Byte.MAX_VALUE ? OptionalInt.of((int) value) : OptionalInt.empty();
            }
            return OptionalInt.of(EACH);
        }
    }
}
