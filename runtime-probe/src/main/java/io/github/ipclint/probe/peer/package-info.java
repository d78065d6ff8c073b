/** The second process of an experiment: a JVM that carries out system calls when told to, one at a time. */
@NullMarked
package io.github.ipclint.probe.peer;

import org.jspecify.annotations.NullMarked;
