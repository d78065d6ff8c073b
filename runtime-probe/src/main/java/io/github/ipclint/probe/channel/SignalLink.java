package io.github.ipclint.probe.channel;

import io.github.ipclint.probe.libc.Signals;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Real-time signals with a value, accepted synchronously; both are blocked in all threads of both processes. */
final class SignalLink implements Link {
    private final MemorySegment awaited;
    private final int process;
    private final int sendSignal;

    SignalLink(Arena arena, int process, int receiveSignal, int sendSignal) {
        this.awaited = Signals.set(arena, receiveSignal);
        this.process = process;
        this.sendSignal = sendSignal;
    }

    @Override
    public void send() {
        Signals.sigqueue(process, sendSignal, 1).orFail("sigqueue");
    }

    @Override
    public void receive() {
        Signals.await(awaited).orFail("sigtimedwait");
    }
}
