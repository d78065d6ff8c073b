package io.github.ipclint.topology;

import io.github.ipclint.engine.Event.TouchedObject;
import io.github.ipclint.engine.Exploration;

/** One program's touch of a channel. */
public record Endpoint(Exploration program, TouchedObject event) {}
