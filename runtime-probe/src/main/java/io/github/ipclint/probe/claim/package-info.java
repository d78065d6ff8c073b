/** Statements of teaching documents about inter-process communication, and what the running kernel says to them. */
@NullMarked
package io.github.ipclint.probe.claim;

import org.jspecify.annotations.NullMarked;
