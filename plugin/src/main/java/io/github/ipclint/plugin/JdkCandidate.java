package io.github.ipclint.plugin;

import java.nio.file.Path;

/**
 * A place where a JDK may be.
 *
 * @param origin what named it, for the user: {@code -Dipclint.jdk}, {@code JAVA_HOME}, a folder
 */
record JdkCandidate(String origin, Path home) {}
