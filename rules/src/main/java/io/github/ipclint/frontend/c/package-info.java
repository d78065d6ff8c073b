/** Lowers C sources to the intermediate representation, from their text alone: no compiler, no build and no system headers. */
@NullMarked
package io.github.ipclint.frontend.c;

import org.jspecify.annotations.NullMarked;
