/** SARIF 2.1.0: results, paths, places and messages as code-scanning services read them. */
@NullMarked
package io.github.ipclint.report.sarif;

import org.jspecify.annotations.NullMarked;
