/** Rules: questions over what the engine saw and the system it belongs to, answered as findings. */
@NullMarked
package io.github.ipclint.rule;

import org.jspecify.annotations.NullMarked;
