/* java.util.concurrent.locks: these order the threads of one virtual machine and nothing between processes. */
package java.util.concurrent.locks;

import java.util.concurrent.TimeUnit;

interface Lock {
    @Ipc("orders_after(this), blocks(lock, this), seed") void lock();
    @Ipc("orders_after(this), blocks(lock, this), seed") void lockInterruptibly();
    @Ipc("orders_after(this, when(result)), must_check, seed") boolean tryLock();
    @Ipc("orders_after(this, when(result)), blocks(synchronization, this), must_check, seed") boolean tryLock(long timeout, TimeUnit unit);
    @Ipc("orders_before(this), seed") void unlock();
    @Ipc("view(result, this)") Condition newCondition();
}

interface ReadWriteLock {
    @Ipc("view(result, this)") Lock readLock();
    @Ipc("view(result, this)") Lock writeLock();
}

interface Condition {
    @Ipc("orders_after(this), blocks(synchronization, this), seed") void await();
    @Ipc("orders_after(this), blocks(synchronization, this), seed") boolean await(long timeout, TimeUnit unit);
    @Ipc("orders_before(this), seed") void signal();
    @Ipc("orders_before(this), seed") void signalAll();
}

class LockSupport {
    @Ipc("blocks(synchronization)") static void park();
    @Ipc("blocks(synchronization)") static void park(Object blocker);
    @Ipc("blocks(time)") static void parkNanos(long nanos);
    static void unpark(Thread thread);
}
