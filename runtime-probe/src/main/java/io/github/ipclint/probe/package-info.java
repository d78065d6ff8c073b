/** Runs documented kernel behaviour as experiments on the kernel that is there; this package says what the probe needs of a system. */
@NullMarked
package io.github.ipclint.probe;

import org.jspecify.annotations.NullMarked;
