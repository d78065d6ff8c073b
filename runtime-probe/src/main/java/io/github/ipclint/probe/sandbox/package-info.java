/** The sandbox: where programs of users are compiled and run, out of reach of everything else on the machine. */
@NullMarked
package io.github.ipclint.probe.sandbox;

import org.jspecify.annotations.NullMarked;
