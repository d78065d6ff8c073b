/** The intermediate representation that C and Java sources are lowered to: small, sealed, immutable. */
@NullMarked
package io.github.ipclint.ir;

import org.jspecify.annotations.NullMarked;
