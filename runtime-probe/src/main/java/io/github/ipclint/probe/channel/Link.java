package io.github.ipclint.probe.channel;

/**
 * One side of a conversation. Each side sends and receives in turn. A call either moves the whole message or fails; nothing is ever cut
 * to what fits.
 */
public interface Link extends AutoCloseable {
    /** Sends one message of the size that the link was made for. */
    void send();

    /** Waits for one message and takes all of it. */
    void receive();

    @Override
    default void close() {}
}
