package io.github.ipclint.probe.confirmation;

/**
 * What programs under observation get to do.
 *
 * @param linesPerPass how many lines come on standard input in each pass
 * @param crowded whether the working folder holds many files, so that listing it takes more than a pipe holds
 */
record Stimulus(int linesPerPass, boolean crowded) {
    /** A line for each pass. */
    static final Stimulus LITTLE = new Stimulus(1, false);

    /** More than a pipe holds. */
    static final Stimulus MUCH = new Stimulus(2_500, true);

    private static final int FILES = 800;

    /** Standard input of one pass. */
    String input(int pass) {
        return ("line " + pass + " of the standard input\n").repeat(linesPerPass);
    }

    /** A shell command that fills the working folder. */
    static String crowd() {
        return "name=" + "x".repeat(100) + "; i=0; while [ $i -lt " + FILES + " ]; do : > $name.$i; i=$((i + 1)); done";
    }
}
