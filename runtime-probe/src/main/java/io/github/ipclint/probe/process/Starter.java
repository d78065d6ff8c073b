package io.github.ipclint.probe.process;

import io.github.ipclint.probe.libc.Poll;

/** The process that started this JVM, known by the socket to it. */
public final class Starter {
    private Starter() {}

    /** Ends this JVM as soon as its starter is gone, even while a call blocks for ever. */
    public static void endWith() {
        Thread.ofPlatform().daemon().name("starter").start(() -> {
            while ((Poll.poll(Child.CONTROL, 0, -1) & Poll.POLLHUP) == 0) {
                // a signal came; wait on
            }
            Runtime.getRuntime().halt(0);
        });
    }
}
