/** The system map as a drawing: what to draw, where to put it, and the vector graphic. */
@NullMarked
package io.github.ipclint.report.map;

import org.jspecify.annotations.NullMarked;
