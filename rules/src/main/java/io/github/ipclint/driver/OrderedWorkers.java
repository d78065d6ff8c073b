package io.github.ipclint.driver;

import io.github.ipclint.engine.Workers;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs independent work on several threads with large stacks; results keep the order of the inputs. */
final class OrderedWorkers implements Workers, AutoCloseable {
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
        List<Supplier<O>> begun = inputs.stream().map(input -> start(() -> work.apply(input))).toList();
        return begun.stream().map(Supplier::get).toList();
    }

    @Override
    public <T> Supplier<T> start(Supplier<T> work) {
        Future<T> future = executor.submit(work::get);
        return () -> result(future);
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
