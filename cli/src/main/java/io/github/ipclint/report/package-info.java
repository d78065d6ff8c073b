/** Reports: one analysis result written for people, editors, build servers and code-scanning services. */
@NullMarked
package io.github.ipclint.report;

import org.jspecify.annotations.NullMarked;
