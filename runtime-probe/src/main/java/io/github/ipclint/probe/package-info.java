/** Reserved for experiments that run documented kernel behaviour; it holds no experiment yet. */
@NullMarked
package io.github.ipclint.probe;

import org.jspecify.annotations.NullMarked;
