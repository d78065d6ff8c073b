package io.github.ipclint.probe.confirmation;

/**
 * A compiled program.
 *
 * @param content of the file
 * @param blocks where its blocks are in its sources
 */
record Executable(Bytes content, BlockMap blocks) {
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
