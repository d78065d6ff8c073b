package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.Value;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Transfers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The size of a message counts the type in front of the text, which the kernel does not. */
final class MsgSizeIncludesMtype implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "msg-size-includes-mtype",
            Level.ERROR,
            List.of("C"),
            "the size of a whole message structure is given where only the text behind its type counts",
            List.of("CWE-131", "CWE-125", "CWE-787"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context, FindingSink findings) {
        for (Exploration exploration : context.explorations()) {
            for (Event.Called called : exploration.log().all(Event.Called.class)) {
                for (Transfers transfer : called.model().all(Transfers.class)) {
                    if (transfer.header() != null && countsHeader(called, transfer)) {
                        findings.report(Story.of(INFO).at(called.site(), Level.ERROR, message(called, transfer)));
                    }
                }
            }
        }
    }

    private static String message(Event.Called called, Transfers transfer) {
        String header = transfer.header() + " in front of the text";
        return transfer.direction() == Effect.Direction.OUT
                ? "the size given to '" + Naming.called(called.site()) + "' counts the " + header
                        + "; it sends bytes from behind the message"
                : "the size given to '" + Naming.called(called.site()) + "' counts the " + header
                        + "; a long message overwrites what lies behind the buffer";
    }

    private static boolean countsHeader(Event.Called called, Transfers transfer) {
        int pointer = called.position(transfer.pointer());
        int length = called.position(transfer.length());
        if (pointer < 0 || length < 0 || !(called.site().instruction() instanceof Call call)) {
            return false;
        }
        Type message = pointee(call.arguments().get(pointer));
        if (message instanceof Type.Array(Type element, long bytes) && element.size() == 1) {
            // A plain buffer, with the type written into its first bytes.
            return called.arguments().get(length) instanceof Value.Number(long size) && size <= bytes && size > bytes - Type.LONG.size();
        }
        if (withoutCasts(call.arguments().get(length)) instanceof Expression.SizeOf(Type measured, var source)) {
            return isMessage(measured, transfer) && (!(message instanceof Type.Struct) || message.equals(measured));
        }
        // The same mistake behind a name: a constant or a variable that holds the size of the structure sent.
        return message != null && isMessage(message, transfer)
                && called.arguments().get(length) instanceof Value.Number(long bytes) && bytes == message.size();
    }

    /** Whether a structure starts with the header that is not counted. */
    private static boolean isMessage(Type type, Transfers transfer) {
        return type instanceof Type.Struct struct && !struct.union() && !struct.fields().isEmpty()
                && struct.fields().getFirst().type() instanceof Type.Primitive(String name, long size, boolean signed)
                && (name.equals(transfer.header()) || size == Type.LONG.size());
    }

    private static Expression withoutCasts(Expression expression) {
        return expression instanceof Expression.Cast(var type, Expression operand) ? withoutCasts(operand) : expression;
    }

    /** The type of the object that an argument points to, null where it is not plain to see. */
    private static @Nullable Type pointee(Expression pointer) {
        return switch (withoutCasts(pointer)) {
            case Expression.AddressOf(Place.Cell(Variable variable)) -> variable.type();
            case Expression.AddressOf(Place.Element(Place.Cell(Variable array), Expression.Constant(long index))) when index == 0 ->
                    array.type();
            case Expression.Read(Place.Cell(Variable variable)) when variable.type() instanceof Type.Array -> variable.type();
            case Expression.Read(Place.Cell(Variable variable)) when variable.type() instanceof Type.Pointer(Type target) -> target;
            default -> null;
        };
    }
}
