/** What all reports build on: sources as they are shown, the result in a few words, markup and JSON written while the data is walked. */
@NullMarked
package io.github.ipclint.report;

import org.jspecify.annotations.NullMarked;
