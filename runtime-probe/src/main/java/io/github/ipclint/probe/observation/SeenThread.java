package io.github.ipclint.probe.observation;

import java.util.Optional;

/**
 * A thread at one moment.
 *
 * @param call that it sleeps in; empty while it runs
 * @param position everything by which two looks are compared: call, all arguments, switches
 */
public record SeenThread(int thread, Optional<Call> call, String position) {}
