/** What a call does, as data: the POSIX headers and the JDK classes described with attributes. */
@NullMarked
package io.github.ipclint.model;

import org.jspecify.annotations.NullMarked;
