/*
 * java.lang. An exception in a throws clause is a failure that the analysis follows; InterruptedException is left out, because
 * a thread is interrupted on purpose. A native method is an instruction of the virtual machine.
 */
package java.lang;

import java.io.IOException;

class Object {
    boolean equals(Object other);
    int hashCode();
    String toString();
    Class getClass();
    @Ipc("orders_after(this), blocks(synchronization, this)") void wait();
    @Ipc("orders_after(this), blocks(synchronization, this)") void wait(long timeout);
    @Ipc("orders_before(this)") void notify();
    @Ipc("orders_before(this)") void notifyAll();
    /* A synchronized statement (JLS 14.19). */
    @Ipc("orders_after(this), blocks(lock, this)") native void monitorenter();
    @Ipc("orders_before(this)") native void monitorexit();
}

interface AutoCloseable {
    @Ipc("releases(this), orders_before(this)") void close();
}

class Thread {
    /* What a thread runs is its field target; of a subclass that overrides run it is a function of the thread itself. */
    Thread() {}
    @Ipc("value(result.target, task)") Thread(Runnable task) {}
    @Ipc("value(result.target, task)") Thread(Runnable task, String name) {}
    @Ipc("value(result.target, task)") Thread(ThreadGroup group, Runnable task, String name) {}
    @Ipc("calls(this.target, thread, argument(this)), orders_before(this), seed") void start();
    @Ipc("orders_after(this), blocks(synchronization, this)") void join();
    @Ipc("orders_after(this), blocks(synchronization, this)") void join(long millis);
    @Ipc("blocks(time)") static void sleep(long millis);
    @Ipc("blocks(time)") static void sleep(long millis, int nanos);
    @Ipc("calls(task, thread), seed") static Thread startVirtualThread(Runnable task);
    static Thread currentThread();
    static void yield();
    static void onSpinWait();
    static boolean interrupted();
    boolean isInterrupted();
    void interrupt();
    boolean isAlive();
    boolean isDaemon();
    void setDaemon(boolean on);
    void setName(String name);
    void setPriority(int priority);
    String getName();
    long getId();
    long threadId();

    interface Builder {
        @Ipc("calls(task, thread), seed") Thread start(Runnable task);
        @Ipc("value(result.target, task)") Thread unstarted(Runnable task);
    }
}

class Runtime {
    static Runtime getRuntime();
    int availableProcessors();
    @Ipc("calls(hook.target, atexit)") void addShutdownHook(Thread hook);
    @Ipc("ends_process(exit)") void exit(int status);
    @Ipc("ends_process(immediate)") void halt(int status);
    @Ipc("spawns(result, command), acquires(result, java_process), acquires(result.output, java_process_output), acquires(result.error, java_process_error), acquires(result.input, java_process_input), seed")
    Process exec(String command) throws IOException;
    @Ipc("spawns(result, command), acquires(result, java_process), acquires(result.output, java_process_output), acquires(result.error, java_process_error), acquires(result.input, java_process_input), seed")
    Process exec(String command, String[] environment) throws IOException;
    @Ipc("spawns(result, command), acquires(result, java_process), acquires(result.output, java_process_output), acquires(result.error, java_process_error), acquires(result.input, java_process_input), seed")
    Process exec(String command, String[] environment, java.io.File folder) throws IOException;
}

class System {
    @Ipc("ends_process(exit)") static void exit(int status);
    static long currentTimeMillis();
    static long nanoTime();
    static String getProperty(String name);
    static String getProperty(String name, String fallback);
    static String getenv(String name);
    static String lineSeparator();
    static void arraycopy(Object from, int at, Object to, int target, int length);
    static int identityHashCode(Object object);
    static void gc();
}

class ProcessBuilder {
    /* Redirections are facts of the builder; the process that it starts has them too. */
    @Ipc("value(result.command, args(0))") ProcessBuilder(String... command) {}
    @Ipc("value(result.command, command)") ProcessBuilder(java.util.List command) {}
    @Ipc("view(result, this), value(this.command, args(0))") ProcessBuilder command(String... command);
    @Ipc("view(result, this), value(this.command, command)") ProcessBuilder command(java.util.List command);
    @Ipc("view(result, this)") ProcessBuilder directory(java.io.File folder);
    java.util.Map environment();
    @Ipc("view(result, this), becomes(this, output_redirected, error_redirected, input_redirected)") ProcessBuilder inheritIO();
    @Ipc("view(result, this), becomes(this, output_redirected)") ProcessBuilder redirectOutput(Redirect destination);
    @Ipc("view(result, this), becomes(this, error_redirected)") ProcessBuilder redirectError(Redirect destination);
    @Ipc("view(result, this), becomes(this, input_redirected)") ProcessBuilder redirectInput(Redirect source);
    @Ipc("view(result, this), becomes(this, err_merged, when(merge))") ProcessBuilder redirectErrorStream(boolean merge);
    @Ipc("spawns(result, this.command), acquires(result, java_process), wraps(result, this), acquires(result.output, java_process_output), acquires(result.error, java_process_error), acquires(result.input, java_process_input), seed")
    Process start() throws IOException;
}

class Process {
    /* Closing one of the streams ends only that stream. */
    @Ipc("view(result, this.output)") java.io.InputStream getInputStream();
    @Ipc("view(result, this.error)") java.io.InputStream getErrorStream();
    @Ipc("view(result, this.input)") java.io.OutputStream getOutputStream();
    @Ipc("view(result, this.output)") java.io.BufferedReader inputReader();
    @Ipc("view(result, this.output)") java.io.BufferedReader inputReader(java.nio.charset.Charset charset);
    @Ipc("view(result, this.error)") java.io.BufferedReader errorReader();
    @Ipc("view(result, this.error)") java.io.BufferedReader errorReader(java.nio.charset.Charset charset);
    @Ipc("view(result, this.input)") java.io.BufferedWriter outputWriter();
    @Ipc("view(result, this.input)") java.io.BufferedWriter outputWriter(java.nio.charset.Charset charset);
    @Ipc("waits(child(this)), blocks(child, this)") int waitFor();
    @Ipc("waits(child(this)), blocks(time)") boolean waitFor(long timeout, java.util.concurrent.TimeUnit unit);
    @Ipc("sends_signal(this, 15)") void destroy();
    @Ipc("view(result, this), sends_signal(this, 9)") Process destroyForcibly();
    int exitValue();
    boolean isAlive();
    long pid();
    ProcessHandle.Info info();
    @Ipc("view(result, this)") ProcessHandle toHandle();
    java.util.concurrent.CompletableFuture onExit();
}

class String {
    @Ipc("value(result, format(format, args))") static String format(String format, Object... args);
    @Ipc("view(result, value)") static String valueOf(Object value);
    byte[] getBytes();
    byte[] getBytes(java.nio.charset.Charset charset);
    int length();
    boolean equals(Object other);
    boolean equalsIgnoreCase(String other);
    boolean isEmpty();
    boolean isBlank();
    String trim();
    String strip();
}
