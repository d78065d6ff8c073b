/** The commands that a person types, and the wiring of analyzer and reports behind them. */
@NullMarked
package io.github.ipclint.cli;

import org.jspecify.annotations.NullMarked;
