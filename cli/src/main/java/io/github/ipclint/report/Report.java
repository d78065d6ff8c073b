package io.github.ipclint.report;

import io.github.ipclint.finding.AnalysisResult;
import java.io.IOException;
import java.io.Writer;

/** One way to write a result down. Equal results over equal sources give equal characters, on any machine and in any locale. */
@FunctionalInterface
public interface Report {
    /** Writes everything and flushes; the writer stays open. Text is well-formed UTF-16, lines end with a line feed. */
    void write(AnalysisResult result, SourceText sources, Writer out) throws IOException;
}
