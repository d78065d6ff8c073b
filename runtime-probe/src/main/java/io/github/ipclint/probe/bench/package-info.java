/** What an experiment is, and what it works with: objects that are removed when it ends, a peer, shells, calls that may block. */
@NullMarked
package io.github.ipclint.probe.bench;

import org.jspecify.annotations.NullMarked;
