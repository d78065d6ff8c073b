/** Tests of the sources themselves: what must lie where, how long it may be, what it must not name. */
@NullMarked
package io.github.ipclint.rule.meta;

import org.jspecify.annotations.NullMarked;
