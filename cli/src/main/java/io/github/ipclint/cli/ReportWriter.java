package io.github.ipclint.cli;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.report.format.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;

/** Turns a result into bytes. */
interface ReportWriter {
    /** Writes one complete report, UTF-8 with LF, and leaves the stream open. */
    void write(ReportFormat format, AnalysisResult result, ReportContext context, OutputStream out) throws IOException;
}
