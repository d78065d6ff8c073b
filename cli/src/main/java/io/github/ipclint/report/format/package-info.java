/** Formats: one class for each way to write a result down, and the list of them that the command line offers. */
@NullMarked
package io.github.ipclint.report.format;

import org.jspecify.annotations.NullMarked;
