/** One run from sources to findings: the only package that knows front ends, engine and rules at once. */
@NullMarked
package io.github.ipclint.driver;

import org.jspecify.annotations.NullMarked;
