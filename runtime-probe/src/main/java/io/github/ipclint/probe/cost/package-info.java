/** What messages cost on the running kernel, and what mistakes cost. */
@NullMarked
package io.github.ipclint.probe.cost;

import org.jspecify.annotations.NullMarked;
