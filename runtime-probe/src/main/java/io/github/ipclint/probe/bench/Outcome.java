package io.github.ipclint.probe.bench;

/**
 * A result that was thought of before the experiment ran.
 *
 * @param meaning what it says about the statement, one sentence
 */
public record Outcome(String name, Grade grade, String meaning) {}
