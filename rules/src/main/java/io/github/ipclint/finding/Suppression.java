package io.github.ipclint.finding;

import io.github.ipclint.ir.SourceRange;

/** A finding that the source allows, with the reason given there. */
public record Suppression(Finding finding, SourceRange at, String reason) {}
