/** Findings as pure data: what rules produce and reports, probe and scores consume. */
@NullMarked
package io.github.ipclint.finding;

import org.jspecify.annotations.NullMarked;
