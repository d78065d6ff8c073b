package io.github.ipclint.probe.bench;

import io.github.ipclint.probe.libc.SysCall;
import io.github.ipclint.probe.libc.Unistd;
import io.github.ipclint.probe.peer.Pending;
import io.github.ipclint.probe.process.Task;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A call in another thread of this process. */
final class ThreadCall<T> implements Pending<T> {
    private final Task task;
    private final CompletableFuture<T> result;

    private ThreadCall(Task task, CompletableFuture<T> result) {
        this.task = task;
        this.result = result;
    }

    static <T> ThreadCall<T> start(Supplier<T> call) {
        CompletableFuture<Integer> thread = new CompletableFuture<>();
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("call").start(() -> {
            thread.complete(SysCall.gettid());
            try {
                result.complete(call.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return new ThreadCall<>(new Task(Unistd.getpid(), thread.join()), result);
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public Optional<T> poll(int milliseconds) {
        try {
            return Optional.of(result.get(milliseconds, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        }
    }
}
