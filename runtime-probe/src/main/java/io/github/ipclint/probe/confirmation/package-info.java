/** Confirmation: running the programs that a finding is about, and judging what was seen. */
@NullMarked
package io.github.ipclint.probe.confirmation;

import org.jspecify.annotations.NullMarked;
