/** Observation: what processes do and hold, read from {@code proc(5)} without their help, and what follows from it. */
@NullMarked
package io.github.ipclint.probe.observation;

import org.jspecify.annotations.NullMarked;
