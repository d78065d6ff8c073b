/** Makes what is written about rules from what they say of themselves, their prose and their sample programs. */
@NullMarked
package io.github.ipclint.rule.docs;

import org.jspecify.annotations.NullMarked;
