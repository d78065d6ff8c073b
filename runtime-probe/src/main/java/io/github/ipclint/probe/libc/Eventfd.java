package io.github.ipclint.probe.libc;

/** {@code sys/eventfd.h}: a counter behind a descriptor. */
public final class Eventfd {
    public static final int EFD_CLOEXEC = Abi.value("EFD_CLOEXEC");
    public static final int EFD_NONBLOCK = Abi.value("EFD_NONBLOCK");

    private static final Downcall EVENTFD = Downcall.ofInt("eventfd");

    private Eventfd() {}

    public static Result eventfd(int initial, int flags) {
        return Downcall.result(EVENTFD.invoke(initial, flags));
    }
}
