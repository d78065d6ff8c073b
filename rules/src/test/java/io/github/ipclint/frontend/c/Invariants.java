package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Cfg;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.Instruction;
import java.util.ArrayList;
import java.util.List;

/** What holds for the graph of every C function. */
final class Invariants {
    private Invariants() {}

    static List<String> violations(Function function) {
        List<String> violations = new ArrayList<>();
        List<Cfg.Block> blocks = function.cfg().blocks();
        for (Cfg.Block block : blocks) {
            String where = function + ": block " + block.id();
            if (blocks.get(block.id()) != block) {
                violations.add(where + " has the wrong number");
            }
            if (block.edges().stream().anyMatch(edge -> edge.target() < 0 || edge.target() >= blocks.size())) {
                violations.add(where + " leads nowhere");
            }
            for (Instruction instruction : block.instructions()) {
                boolean last = instruction == block.instructions().getLast();
                int edges = block.edges().size();
                if (instruction instanceof Instruction.Call && (!last || edges != 1)) {
                    violations.add(where + ": a call with " + edges + " edges");
                }
                if (instruction instanceof Instruction.Return && (!last || edges != 0)) {
                    violations.add(where + ": a return that goes on");
                }
            }
            if (block.edges().size() > 1 && block.edges().stream().anyMatch(edge -> !startsWithAssumption(blocks.get(edge.target())))) {
                violations.add(where + ": a branch without an assumption");
            }
        }
        return violations;
    }

    private static boolean startsWithAssumption(Cfg.Block block) {
        return !block.instructions().isEmpty() && block.instructions().getFirst() instanceof Instruction.Assume;
    }
}
