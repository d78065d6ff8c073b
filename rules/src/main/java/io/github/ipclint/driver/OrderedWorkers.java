package io.github.ipclint.driver;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs independent work on several threads with large stacks; results keep the order of the inputs. */
final class OrderedWorkers implements Executor, AutoCloseable {
    /** Deep nesting in sources is data; recursion over it needs room. */
    private static final long STACK_BYTES = 512L << 20;

    private final ExecutorService executor;

    OrderedWorkers(int threads) {
        this.executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(null, task, "ipclint", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    <I, O> List<O> map(List<I> inputs, Function<I, O> work) {
        List<Future<O>> futures = inputs.stream().map(input -> executor.submit(() -> work.apply(input))).toList();
        return futures.stream().map(OrderedWorkers::result).toList();
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    private static <O> O result(Future<O> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
