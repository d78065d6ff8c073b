package io.github.ipclint.rule;

import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.KernelObject;
import io.github.ipclint.engine.Location;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.engine.Value;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Instruction;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of things for messages, as the source calls them. */
public final class Naming {
    private Naming() {}

    /** The handle as the call that made it names it: {@code 'fd'}, {@code 'pfd[1]'}, or its kind in words. */
    public static String handle(@Nullable Symbol symbol, @Nullable HandleState handle) {
        String name = switch (symbol) {
            case Symbol.Delivered(Site site, String role, int copy) -> delivered(site, role);
            case Symbol.Initial(Location location) -> cell(location);
            case null, default -> null;
        };
        if (name != null) {
            return "'" + name + "'";
        }
        return symbol instanceof Symbol.StandardSlot(int number) ? "descriptor " + number
                : handle == null ? "the descriptor" : kind(handle.kind());
    }

    /** A cell as the source writes it, null where it has no name. */
    private static @Nullable String cell(Location location) {
        return switch (location) {
            case Location.Cell(Variable variable, var frame) -> variable.name();
            case Location.Field(Location.Pointee(Symbol.Initial(Location pointer)), String name) -> joined(cell(pointer), "->" + name);
            case Location.Field(Location base, String name) -> joined(cell(base), "." + name);
            case Location.Element(Location.Pointee(Symbol.Initial(Location pointer)), long index) ->
                    joined(cell(pointer), "[" + index + "]");
            case Location.Element(Location base, long index) -> joined(cell(base), "[" + index + "]");
            case Location.Pointee(Symbol.Initial(Location pointer)) -> cell(pointer) == null ? null : "*" + cell(pointer);
            case Location.Pointee ignored -> null;
            case Location.Heap ignored -> null;
        };
    }

    private static @Nullable String joined(@Nullable String base, String rest) {
        return base == null ? null : base + rest;
    }

    /** {@code " in the child"}; empty for the first process, where it goes without saying. */
    public static String in(ProcessInstance process) {
        return process.role() == ProcessInstance.Role.MAIN ? "" : " in the " + process.name();
    }

    /** The kind in words: {@code read end of a pipe}, {@code socket}. */
    public static String kind(String kind) {
        return switch (kind) {
            case "pipe_read_end" -> "the read end of a pipe";
            case "pipe_write_end" -> "the write end of a pipe";
            default -> "the " + kind.replace("java_", "").replace('_', ' ');
        };
    }

    /** Where the result of a call goes, null when the source gives it no name. */
    private static @Nullable String delivered(Site site, String role) {
        if (!(site.instruction() instanceof Call call)) {
            return null;
        }
        if (role.equals("result")) {
            return call.result() == null || isTemporary(call.result()) ? null : call.result().toString();
        }
        int bracket = role.indexOf('[');
        if (bracket < 0 || call.arguments().isEmpty()) {
            return null;
        }
        for (Expression argument : call.arguments()) {
            if (argument instanceof Expression.AddressOf || argument instanceof Expression.Read(Place place) && !isNumber(place)) {
                return argument.toString().replaceFirst("^&(.*)\\[0\\]$", "$1") + role.substring(bracket);
            }
        }
        return null;
    }

    /** Whether it can't be where a call puts what it delivers. */
    private static boolean isNumber(Place place) {
        return place instanceof Place.Cell(Variable variable) && variable.type() instanceof Type.Primitive;
    }

    /** Whether the program keeps what a call delivers in a place of its own. */
    static boolean isKept(Symbol symbol) {
        return !(symbol instanceof Symbol.Delivered(Site site, String role, int copy) && role.equals("result")
                && site.instruction() instanceof Call call && (call.result() == null || isTemporary(call.result())));
    }

    private static boolean isTemporary(Place place) {
        return place instanceof Place.Cell(Variable variable) && variable.kind() == Variable.Kind.TEMPORARY;
    }

    /** The name of the variable that holds a pipe or pair: {@code 'pfd'}. */
    public static String pair(Symbol end) {
        String name = handle(end, null);
        return name.replaceFirst("\\[\\d\\]'$", "'");
    }

    /** A kernel object with its name: {@code System V queue with key 7777}, {@code shared memory "/m"}. */
    public static String object(KernelObject object) {
        String name = object.name() == null ? "" : object.name().replace(Value.Text.HOLE, '…');
        String kind =
                switch (object.namespace()) {
                    case SYSV_SHM -> "System V shared memory segment";
                    case SYSV_MSG -> "System V message queue";
                    case SYSV_SEM -> "System V semaphore set";
                    case POSIX_SHM -> "shared memory object";
                    case POSIX_MQ -> "POSIX message queue";
                    case POSIX_SEM -> "named semaphore";
                    case FILE -> "file";
                    case PORT -> "port";
                };
        return name.isEmpty() ? kind : kind + (name.matches("-?\\d+") ? " with key " + name : " \"" + name + "\"");
    }

    /** The statement at a site, white space folded. */
    public static String statement(Site site) {
        return switch (site.instruction()) {
            case Call call -> call.source();
            case Instruction.Assign(Place target, Expression value, var at) -> target + " = " + value;
            case Instruction.Assume(Expression condition, boolean truth, var at) -> condition.toString();
            case Instruction.Return(Expression value, var at) -> "return " + value;
            case Instruction.Leave ignored -> "}";
            case Instruction.Throw(Expression value, var at) -> "throw " + value;
        };
    }

    /** The function called at a site, for messages; empty when it is no call. */
    public static String called(Site site) {
        return site.instruction() instanceof Call call ? called(call) : "";
    }

    /** The function that is called, for messages. */
    static String called(Call call) {
        return switch (call.target()) {
            case Instruction.Target.Named(String name) -> name;
            case Instruction.Target.Method(String type, var supertypes, String name) ->
                    name.equals("<init>") ? "new " + simple(type)
                            : simple(type).toLowerCase(Locale.ROOT).isEmpty() ? name : simple(type) + "." + name;
            case Instruction.Target.Indirect(Expression function) -> function.toString();
        };
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
