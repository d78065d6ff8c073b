/* java.util.concurrent: who runs what, and what orders what. */
package java.util.concurrent;

interface Executor {
    @Ipc("calls(command, thread), orders_before(this), seed") void execute(Runnable command);
}

interface ExecutorService {
    @Ipc("calls(task, thread), orders_before(this), seed") Future submit(Runnable task);
    @Ipc("calls(task, thread), orders_before(this), seed") Future submit(Runnable task, Object result);
    void shutdown();
    java.util.List shutdownNow();
    boolean isShutdown();
    boolean isTerminated();
    @Ipc("orders_after(this), blocks(synchronization, this)") boolean awaitTermination(long timeout, TimeUnit unit);
    @Ipc("orders_after(this), blocks(synchronization, this)") void close();
}

interface ScheduledExecutorService {
    @Ipc("calls(command, thread), seed") ScheduledFuture schedule(Runnable command, long delay, TimeUnit unit);
    @Ipc("calls(command, thread), seed") ScheduledFuture scheduleAtFixedRate(Runnable command, long initial, long period, TimeUnit unit);
    @Ipc("calls(command, thread), seed") ScheduledFuture scheduleWithFixedDelay(Runnable command, long initial, long delay, TimeUnit unit);
}

class CompletableFuture {
    @Ipc("calls(task, thread), seed") static CompletableFuture runAsync(Runnable task);
    @Ipc("calls(task, thread), seed") static CompletableFuture runAsync(Runnable task, Executor executor);
    @Ipc("calls(task, thread), seed") static CompletableFuture supplyAsync(java.util.function.Supplier task);
    @Ipc("calls(task, thread), seed") static CompletableFuture supplyAsync(java.util.function.Supplier task, Executor executor);
    @Ipc("orders_after(this), blocks(synchronization, this)") Object join();
}

interface Future {
    @Ipc("orders_after(this), blocks(synchronization, this)") Object get();
    @Ipc("orders_after(this), blocks(synchronization, this)") Object get(long timeout, TimeUnit unit);
    boolean isDone();
    boolean isCancelled();
    boolean cancel(boolean interrupt);
}

class CountDownLatch {
    CountDownLatch(int count) {}
    @Ipc("orders_after(this), blocks(synchronization, this), seed") void await();
    @Ipc("orders_after(this), blocks(synchronization, this), seed") boolean await(long timeout, TimeUnit unit);
    @Ipc("orders_before(this), seed") void countDown();
    long getCount();
}

class Semaphore {
    Semaphore(int permits) {}
    Semaphore(int permits, boolean fair) {}
    @Ipc("orders_after(this), blocks(synchronization, this), seed") void acquire();
    @Ipc("orders_after(this), blocks(synchronization, this), seed") void acquire(int permits);
    @Ipc("orders_after(this), blocks(synchronization, this), seed") void acquireUninterruptibly();
    @Ipc("orders_after(this, when(result)), must_check, seed") boolean tryAcquire();
    @Ipc("orders_after(this, when(result)), blocks(synchronization, this), must_check, seed") boolean tryAcquire(long timeout, TimeUnit unit);
    @Ipc("orders_before(this), seed") void release();
    @Ipc("orders_before(this), seed") void release(int permits);
    int availablePermits();
}

class CyclicBarrier {
    CyclicBarrier(int parties) {}
    @Ipc("calls(action, now)") CyclicBarrier(int parties, Runnable action) {}
    @Ipc("orders_before(this), orders_after(this), blocks(synchronization, this), seed") int await();
    @Ipc("orders_before(this), orders_after(this), blocks(synchronization, this), seed") int await(long timeout, TimeUnit unit);
}

interface BlockingQueue {
    @Ipc("passes(element), orders_before(this), blocks(synchronization, this)") void put(Object element);
    @Ipc("passes(element), orders_before(this)") boolean offer(Object element);
    @Ipc("passes(element), orders_before(this), blocks(synchronization, this)") boolean offer(Object element, long timeout, TimeUnit unit);
    @Ipc("orders_after(this), blocks(synchronization, this)") Object take();
    @Ipc("orders_after(this), blocks(synchronization, this)") Object poll(long timeout, TimeUnit unit);
}

class TimeUnit {
    @Ipc("blocks(time)") void sleep(long timeout);
    long toMillis(long duration);
    long toNanos(long duration);
    long toSeconds(long duration);
}
