/** The audit report as one HTML page that reads without scripts, without its style sheet, and without a network. */
@NullMarked
package io.github.ipclint.report.html;

import org.jspecify.annotations.NullMarked;
