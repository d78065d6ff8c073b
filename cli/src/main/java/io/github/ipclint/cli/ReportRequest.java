package io.github.ipclint.cli;

import io.github.ipclint.report.format.ReportFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One report that the user asked for.
 *
 * @param file where it goes; null = standard output
 */
record ReportRequest(ReportFormat format, @Nullable Path file) {
    /** Reads {@code FORMAT} or {@code FORMAT=FILE}. */
    static final class Converter implements ITypeConverter<ReportRequest> {
        @Override
        public ReportRequest convert(String value) {
            int equals = value.indexOf('=');
            String word = equals < 0 ? value : value.substring(0, equals);
            ReportFormat format = ReportFormat.named(word)
                    .orElseThrow(() -> new TypeConversionException("'%s' is not one of %s".formatted(word, words())));
            return new ReportRequest(format, equals < 0 ? null : file(value.substring(equals + 1)));
        }

        private static Path file(String name) {
            if (name.isEmpty()) {
                throw new TypeConversionException("a file name is missing after '='");
            }
            try {
                return Path.of(name);
            } catch (InvalidPathException e) {
                throw new TypeConversionException("'%s' is not a file name: %s".formatted(name, e.getReason()));
            }
        }

        private static String words() {
            return Arrays.stream(ReportFormat.values()).map(ReportFormat::toString).collect(Collectors.joining(", "));
        }
    }

    /** Whether the report says how the run came about, which has to be found out. */
    boolean tellsOfTheRun() {
        return format == ReportFormat.HTML;
    }

    /** Only one report can have standard output. */
    static void requireOneOnStandardOutput(List<ReportRequest> requests) {
        List<ReportFormat> bare = requests.stream().filter(request -> request.file() == null).map(ReportRequest::format).toList();
        if (bare.size() > 1) {
            throw new UsageException("%s and %s both go to standard output; give one of them a file, as in --format %s=FILE"
                    .formatted(bare.get(0), bare.get(1), bare.get(1)));
        }
    }
}
