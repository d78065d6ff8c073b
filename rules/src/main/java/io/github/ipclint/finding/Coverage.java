package io.github.ipclint.finding;

/**
 * How much was analysed.
 *
 * @param files sources seen
 * @param filesParsed of them parsed
 * @param functions found in parsed files
 * @param functionsAnalysed explored by the engine
 * @param functionsIncomplete with an unparsed part inside, analysed around it
 * @param functionsIrrelevant left out: nothing in them leads to a modelled call, and nothing that was explored calls them
 * @param functionsCut of the analysed ones: explored only in part because a bound was reached
 * @param lines source lines of all files seen
 */
public record Coverage(
        int files, int filesParsed, int functions, int functionsAnalysed, int functionsIncomplete, int functionsIrrelevant,
        int functionsCut, long lines) {}
