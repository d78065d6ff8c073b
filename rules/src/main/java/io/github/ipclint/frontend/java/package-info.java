/** Lowers Java sources to the intermediate representation and reads the models of the JDK. */
@NullMarked
package io.github.ipclint.frontend.java;

import org.jspecify.annotations.NullMarked;
