package io.github.ipclint.cli;

import io.github.ipclint.report.format.ReportFormat;
import io.github.ipclint.report.html.PageAssets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the style sheet and the script of an HTML report are. */
enum HtmlAssets {
    /** In the page. */
    INLINE,
    /** In files beside it. */
    EXTERNAL;

    /**
     * Name of these files without ending, for a report that has them.
     *
     * @throws UsageException when there is no place for them
     */
    Optional<String> beside(ReportRequest request) {
        if (this == INLINE || request.format() != ReportFormat.HTML) {
            return Optional.empty();
        }
        Path file = request.file();
        Path name = file == null ? null : file.getFileName();
        if (name == null) {
            throw new UsageException("--html-assets external needs a file for the report, as in --format html=audit.html");
        }
        return Optional.of(name.toString().replaceFirst("(.)\\.[^.]*$", "$1"));
    }

    /** Writes them beside the report. */
    void write(ReportRequest request, Path target) throws IOException {
        Optional<String> name = beside(request);
        if (name.isPresent()) {
            Files.writeString(target.resolveSibling(name.get() + ".css"), PageAssets.style());
            Files.writeString(target.resolveSibling(name.get() + ".js"), PageAssets.script());
        }
    }
}
