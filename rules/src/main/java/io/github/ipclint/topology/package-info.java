/** The system, not the file: programs, the kernel objects that they name, and who creates, opens, reads, writes and removes them. */
@NullMarked
package io.github.ipclint.topology;

import org.jspecify.annotations.NullMarked;
