/* java.util.concurrent.atomic: reads and writes of an atomic variable order like those of a volatile one (JLS 17.4.4). */
package java.util.concurrent.atomic;

class AtomicInteger {
    AtomicInteger() {}
    AtomicInteger(int value) {}
    @Ipc("orders_after(this)") int get();
    @Ipc("orders_before(this)") void set(int value);
    @Ipc("orders_before(this)") void lazySet(int value);
    @Ipc("orders_after(this), orders_before(this)") int getAndIncrement();
    @Ipc("orders_after(this), orders_before(this)") int getAndDecrement();
    @Ipc("orders_after(this), orders_before(this)") int incrementAndGet();
    @Ipc("orders_after(this), orders_before(this)") int decrementAndGet();
    @Ipc("orders_after(this), orders_before(this)") int getAndSet(int value);
    @Ipc("orders_after(this), orders_before(this)") int getAndAdd(int value);
    @Ipc("orders_after(this), orders_before(this)") int addAndGet(int value);
    @Ipc("orders_after(this), orders_before(this)") boolean compareAndSet(int expected, int value);
    @Ipc("orders_after(this)") int intValue();
    @Ipc("orders_after(this)") long longValue();
}

class AtomicLong {
    AtomicLong() {}
    AtomicLong(long value) {}
    @Ipc("orders_after(this)") long get();
    @Ipc("orders_before(this)") void set(long value);
    @Ipc("orders_before(this)") void lazySet(long value);
    @Ipc("orders_after(this), orders_before(this)") long getAndIncrement();
    @Ipc("orders_after(this), orders_before(this)") long getAndDecrement();
    @Ipc("orders_after(this), orders_before(this)") long incrementAndGet();
    @Ipc("orders_after(this), orders_before(this)") long decrementAndGet();
    @Ipc("orders_after(this), orders_before(this)") long getAndSet(long value);
    @Ipc("orders_after(this), orders_before(this)") long getAndAdd(long value);
    @Ipc("orders_after(this), orders_before(this)") long addAndGet(long value);
    @Ipc("orders_after(this), orders_before(this)") boolean compareAndSet(long expected, long value);
    @Ipc("orders_after(this)") int intValue();
    @Ipc("orders_after(this)") long longValue();
}

class AtomicBoolean {
    AtomicBoolean() {}
    AtomicBoolean(boolean value) {}
    @Ipc("orders_after(this)") boolean get();
    @Ipc("orders_before(this)") void set(boolean value);
    @Ipc("orders_after(this), orders_before(this)") boolean getAndSet(boolean value);
    @Ipc("orders_after(this), orders_before(this)") boolean compareAndSet(boolean expected, boolean value);
}

class AtomicReference {
    AtomicReference() {}
    @Ipc("passes(value)") AtomicReference(Object value) {}
    @Ipc("orders_after(this)") Object get();
    @Ipc("passes(value), orders_before(this)") void set(Object value);
    @Ipc("passes(value), orders_after(this), orders_before(this)") Object getAndSet(Object value);
    @Ipc("passes(value), orders_after(this), orders_before(this)") boolean compareAndSet(Object expected, Object value);
}
