package io.github.ipclint.report;

import io.github.ipclint.finding.Level;
import java.util.Optional;

/**
 * What reports must know beyond the result.
 *
 * @param version of ipclint
 * @param failOn level from which findings fail the run; empty for never
 * @param colour whether text may hold terminal colours
 */
public record ReportOptions(String version, Optional<Level> failOn, boolean colour) {}
