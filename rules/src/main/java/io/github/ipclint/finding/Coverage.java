package io.github.ipclint.finding;

import io.github.ipclint.ir.SourceRange;
import java.util.List;

/**
 * How much was analysed.
 *
 * @param files sources seen
 * @param filesParsed of them parsed
 * @param functions found in parsed files
 * @param functionsAnalysed explored by the engine
 * @param incomplete with an unparsed part inside, analysed around it, in the order of their places
 * @param functionsIrrelevant left out: nothing in them leads to a modelled call, and nothing that was explored calls them
 * @param cut of the analysed ones: explored only in part because a bound was reached, in the order of their places
 * @param lines source lines of all files seen
 */
public record Coverage(
        int files, int filesParsed, int functions, int functionsAnalysed, List<PartialFunction> incomplete,
        int functionsIrrelevant, List<PartialFunction> cut, long lines) {
    /** Nothing was there to be analysed. */
    public static final Coverage NOTHING = new Coverage(0, 0, 0, 0, List.of(), 0, List.of(), 0);

    public Coverage {
        incomplete = List.copyOf(incomplete);
        cut = List.copyOf(cut);
    }

    /**
     * A function of which not everything was seen.
     *
     * @param at the name in the definition
     */
    public record PartialFunction(String name, SourceRange at) {}

    /** How many functions were analysed around a part that could not be parsed. */
    public int functionsIncomplete() {
        return incomplete.size();
    }

    /** How many functions were explored only in part. */
    public int functionsCut() {
        return cut.size();
    }
}
