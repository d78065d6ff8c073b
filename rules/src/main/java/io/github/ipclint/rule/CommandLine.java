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

    /** Whether the call is given the argument of an option: the loop around it is the one over the options. */
    static boolean servesOption(Site site) {
        return site.instruction() instanceof Call call && call.arguments().stream().anyMatch(CommandLine::isOptionArgument);
    }

    private static boolean isOptionArgument(Expression argument) {
        return argument instanceof Expression.Read(Place.Cell(Variable variable)) && variable.name().equals(Models.OPTION_ARGUMENT);
    }
}
