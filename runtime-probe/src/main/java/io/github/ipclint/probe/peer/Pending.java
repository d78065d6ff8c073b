package io.github.ipclint.probe.peer;

import io.github.ipclint.probe.process.Task;
import java.util.List;
import java.util.Optional;

/**
 * A call that was begun in another thread or process and may block.
 *
 * @param <T> what it returns
 */
public interface Pending<T> {
    /** Time after which a call that neither returns nor rests is a mistake of the experiment, in milliseconds. */
    int LIMIT = 30_000;

    /** The thread that makes the call. */
    Task task();

    /** The result, waiting at most so long; empty while the call goes on. Once given, the result is not given again. */
    Optional<T> poll(int milliseconds);

    /** Waits for the result. */
    default T await() {
        return poll(LIMIT).orElseThrow(() -> new IllegalStateException("a call has not returned: "
                + task().call().orElse("it runs outside of the kernel")));
    }

    /**
     * Waits until the call has returned or demonstrably rests in one of the system calls.
     *
     * @return the result, or empty if it blocks
     */
    default Optional<T> settle(String... systemCalls) {
        List<String> names = List.of(systemCalls);
        long end = System.nanoTime() + LIMIT * 1_000_000L;
        while (System.nanoTime() < end) {
            Optional<T> result = poll(5);
            if (result.isPresent()) {
                return result;
            }
            if (task().rests(names)) {
                return Optional.empty();
            }
        }
        throw new IllegalStateException(
                "a call neither returned nor came to rest in " + names + " but in " + task().call().orElse("no call"));
    }
}
