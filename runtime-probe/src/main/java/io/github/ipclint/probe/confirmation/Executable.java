package io.github.ipclint.probe.confirmation;

/**
 * A compiled program.
 *
 * @param content of the file
 * @param blocks where its blocks are in its sources
 * @param removers what it has that could remove objects
 */
record Executable(Bytes content, BlockMap blocks, Removers removers) {
    /** Bytes of a file; two are equal only if they are the same. */
    static final class Bytes {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] get() {
            return bytes;
        }
    }
}
