/** Maven goals: they find a JDK 25, start the analyzer on it once per reactor and relay what it says. */
@NullMarked
package io.github.ipclint.plugin;

import org.jspecify.annotations.NullMarked;
