package io.github.ipclint.finding;

import io.github.ipclint.ir.SourceRange;

/** Another place that belongs to the finding, such as the other program's open. */
public record Related(SourceRange at, String text) {}
