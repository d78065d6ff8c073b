/** Calls the C library of a running Linux through the foreign-function API: one class for each header. */
@NullMarked
package io.github.ipclint.probe.libc;

import org.jspecify.annotations.NullMarked;
