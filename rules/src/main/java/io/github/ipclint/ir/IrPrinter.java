package io.github.ipclint.ir;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Writes functions and units as text for people: tests and debugging. */
public final class IrPrinter {
    private IrPrinter() {}

    /** A unit with all its functions. */
    public static String print(TranslationUnit unit) {
        StringBuilder out = new StringBuilder("unit ").append(unit.path()).append('\n');
        unit.globals().forEach(
                global -> out.append("global ").append(global).append(global.marks().isEmpty() ? "" : " " + global.marks()).append('\n'));
        Function initializer = unit.initializer();
        if (initializer != null) {
            out.append(print(initializer));
        }
        unit.functions().forEach(function -> out.append(print(function)));
        unit.problems().forEach(problem -> out.append("problem ").append(problem.at()).append(": ").append(problem.message()).append('\n'));
        return out.toString();
    }

    /** A function: one line per instruction, blocks labelled with their numbers. */
    public static String print(Function function) {
        String marks = function.marks().stream().sorted().map(mark -> " " + mark).collect(Collectors.joining());
        StringBuilder out = new StringBuilder("function ").append(function.name()).append(list(function.parameters())).append(marks);
        out.append(function.complete() ? "" : " incomplete").append('\n');
        for (Cfg.Block block : function.cfg().blocks()) {
            out.append(block.id()).append(":\n");
            block.instructions().forEach(instruction -> out.append("    ").append(print(instruction)).append('\n'));
            if (!block.edges().isEmpty()) {
                StringJoiner edges = new StringJoiner(", ", "    -> ", "\n");
                block.edges().forEach(edge -> edges.add(edge.target() + (edge.exception() == null ? "" : " on " + edge.exception())));
                out.append(edges);
            }
        }
        return out.toString();
    }

    /** An instruction on one line, without its range. */
    public static String print(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Assign(Place target, Expression value, SourceRange ignored) -> target + " = " + value;
            case Instruction.Call call -> print(call);
            case Instruction.Assume(Expression condition, boolean truth, SourceRange ignored) ->
                    "assume " + (truth ? "" : "not ") + condition;
            case Instruction.Leave(List<Variable> variables, SourceRange ignored) ->
                    "leave " + variables.stream().map(Variable::name).collect(Collectors.joining(", "));
            case Instruction.Return(Expression value, SourceRange ignored) -> value == null ? "return" : "return " + value;
            case Instruction.Throw(Expression value, SourceRange ignored) -> "throw " + value;
        };
    }

    private static String print(Instruction.Call call) {
        String result = call.result() == null ? "" : call.result() + " = ";
        String receiver = call.receiver() == null ? "" : call.receiver() + ".";
        String target =
                switch (call.target()) {
                    case Instruction.Target.Named(String name) -> name;
                    case Instruction.Target.Method method -> method.type() + "::" + method.name();
                    case Instruction.Target.Indirect(Expression function) -> "(*" + function + ")";
                };
        String use = call.use() == Instruction.ResultUse.CAST_TO_VOID ? " to void" : "";
        return result + "call " + receiver + target + list(call.arguments()) + use;
    }

    private static String list(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
