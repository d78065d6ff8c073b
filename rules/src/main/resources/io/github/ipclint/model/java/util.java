/* java.util, as far as it touches streams and threads. */
package java.util;

import java.io.IOException;

class Scanner {
    /* Of a file or a text there is nothing to take over. */
    @Ipc("wraps(result, source)") Scanner(java.io.InputStream source) {}
    @Ipc("wraps(result, source)") Scanner(java.io.InputStream source, String charset) {}
    @Ipc("transfers(in, this), blocks(this)") boolean hasNext();
    @Ipc("transfers(in, this), blocks(this)") boolean hasNextLine();
    @Ipc("transfers(in, this), blocks(this)") boolean hasNextInt();
    @Ipc("transfers(in, this), blocks(this)") String next();
    @Ipc("transfers(in, this), blocks(this)") String nextLine();
    @Ipc("transfers(in, this), blocks(this)") int nextInt();
    @Ipc("transfers(in, this), blocks(this)") long nextLong();
    @Ipc("transfers(in, this), blocks(this)") double nextDouble();
    @Ipc("transfers(in, this), blocks(this)") boolean nextBoolean();
    @Ipc("view(result, this)") Scanner useDelimiter(String pattern);
}

class Timer {
    @Ipc("calls(task.target, thread, argument(task)), seed") void schedule(TimerTask task, long delay);
    @Ipc("calls(task.target, thread, argument(task)), seed") void schedule(TimerTask task, long delay, long period);
    @Ipc("calls(task.target, thread, argument(task)), seed") void scheduleAtFixedRate(TimerTask task, long delay, long period);
    void cancel();
}

class Objects {
    @Ipc("view(result, object)") static Object requireNonNull(Object object);
    @Ipc("view(result, object)") static Object requireNonNull(Object object, String message);
    static boolean isNull(Object object);
    static boolean nonNull(Object object);
    static boolean equals(Object a, Object b);
}

class Arrays {
    static String toString(Object array);
    static void fill(Object[] array, Object value);
    static boolean equals(Object[] a, Object[] b);
}
