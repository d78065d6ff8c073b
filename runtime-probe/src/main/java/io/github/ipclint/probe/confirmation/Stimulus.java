package io.github.ipclint.probe.confirmation;

/**
 * What programs under observation get to do.
 *
 * @param linesPerPass how many lines come on standard input in each pass
 * @param crowded whether the working folder holds many files, so that listing it takes more than a pipe holds
 * @param traced whether accesses to shared memory are written down
 * @param flooded whether servers at last get more visitors than they can have descriptors
 * @param endMillis how long they may take to end after their input has
 */
record Stimulus(int linesPerPass, boolean crowded, boolean traced, boolean flooded, int endMillis) {
    /** A line for each pass. */
    static final Stimulus LITTLE = new Stimulus(1, false, false, false, 2_500);

    /** And many visitors. */
    static final Stimulus VISITED = new Stimulus(1, false, false, true, 2_500);

    /** More than a pipe holds. */
    static final Stimulus MUCH = new Stimulus(8_000, true, false, false, 2_500);

    /** Some blocks in each pass, and a record of all accesses to shared memory. */
    static final Stimulus TRACED = new Stimulus(1_000, false, true, false, 800);

    private static final int FILES = 800;

    /** Standard input of one pass: numbers, for who reads text takes them as well. */
    String input(int pass) {
        return String.format(java.util.Locale.ROOT, "%09d%n", pass).repeat(linesPerPass);
    }

    /** A shell command that fills the working folder. */
    static String crowd() {
        return "name=" + "x".repeat(100) + "; i=0; while [ $i -lt " + FILES + " ]; do : > $name.$i; i=$((i + 1)); done";
    }
}
