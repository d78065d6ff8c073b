/** The experiments, one class for each primitive of inter-process communication. */
@NullMarked
package io.github.ipclint.probe.experiment;

import org.jspecify.annotations.NullMarked;
