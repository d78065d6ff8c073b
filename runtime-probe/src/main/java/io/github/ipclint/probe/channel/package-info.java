/** One side of a conversation between two processes, the same for every medium. */
@NullMarked
package io.github.ipclint.probe.channel;

import org.jspecify.annotations.NullMarked;
