package io.github.ipclint.probe.confirmation;

/** What can befall any process at any time, and here does when the first process is born. */
enum Mishap {
    NONE("", ""),
    CHILDREN_DIE("c", "every child was killed at its birth"),
    PARENT_DIES("p", "the parent was killed at the birth of its first child");

    private final String letter;
    private final String fact;

    Mishap(String letter, String fact) {
        this.letter = letter;
        this.fact = fact;
    }

    /** How {@code mishap.c} knows it. */
    String letter() {
        return letter;
    }

    /** For people; empty for none. */
    String fact() {
        return fact;
    }
}
