package io.github.ipclint.cli;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.format.ReportFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The reports of package {@code report} over the sources below the root of the analysis. */
final class StandardReports implements ReportWriter {
    @Override
    public void write(ReportFormat format, AnalysisResult result, ReportContext context, OutputStream out) throws IOException {
        ReportOptions options = new ReportOptions(Version.number(), context.failOn().threshold(), context.colour(),
                context.baseline(), context.sourceUrl(), context.assets(), context.run(), context.costs());
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        format.report(options).write(result, SourceText.under(context.root()), writer);
    }
}
