/** Starts, watches and talks to the other processes of an experiment. */
@NullMarked
package io.github.ipclint.probe.process;

import org.jspecify.annotations.NullMarked;
