/** Explores programs process by process: descriptor tables across fork and exec, typestates, orderings; it holds no function name. */
@NullMarked
package io.github.ipclint.engine;

import org.jspecify.annotations.NullMarked;
