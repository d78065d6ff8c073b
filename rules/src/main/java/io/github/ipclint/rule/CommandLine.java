package io.github.ipclint.rule;

import io.github.ipclint.engine.Site;
import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Instruction.Call;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Models;

/** What a program does because its command line says so. */
final class CommandLine {
    private CommandLine() {}

    /** Whether the call, or one that leads to it, is given the argument of an option. */
    static boolean servesOption(Site site) {
        for (Site call = site; call != null; call = call.path().callSite()) {
            if (call.instruction() instanceof Call made && made.arguments().stream().anyMatch(CommandLine::isOptionArgument)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOptionArgument(Expression argument) {
        return argument instanceof Expression.Read(Place.Cell(Variable variable)) && variable.name().equals(Models.OPTION_ARGUMENT);
    }
}
