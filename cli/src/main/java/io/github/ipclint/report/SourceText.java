package io.github.ipclint.report;

import io.github.ipclint.ir.SourceRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Lines of the analysed files, by the paths that findings carry. What cannot be read, or lies outside a file, is empty: a report
 * never fails for want of a snippet.
 */
public final class SourceText {
    private static final int CACHED_FILES = 32;
    private static final Pattern JAVA_LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final Pattern LINE_END = Pattern.compile("\r?\n");

    private record Source(Optional<String> text, List<String> lines) {}

    private final Function<String, Optional<String>> reader;
    private final Map<String, Source> cache = new LinkedHashMap<>(CACHED_FILES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Source> eldest) {
            return size() > CACHED_FILES;
        }
    };

    private SourceText(Function<String, Optional<String>> reader) {
        this.reader = reader;
    }

    /** Reads files below a folder when they are asked for, as UTF-8 or, where they are not, as Latin-1. */
    public static SourceText under(Path root) {
        return new SourceText(path -> read(root, path));
    }

    /** Texts that are at hand already. */
    public static SourceText of(Map<String, String> textByPath) {
        return new SourceText(path -> Optional.ofNullable(textByPath.get(path)));
    }

    public Optional<String> text(String path) {
        return source(path).text();
    }

    /** Lines without their ends, as the compiler of the file's language counts them. */
    public List<String> lines(String path) {
        return source(path).lines();
    }

    /** The line with this 1-based number. */
    public String line(String path, int number) {
        List<String> lines = lines(path);
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** How reports name a place: {@code path:line:col}, only the path where no line is known, else nothing. */
    public static String place(SourceRange at) {
        return at.path().isEmpty() || at.line() < 1 ? at.path() : at.toString();
    }

    private Source source(String path) {
        return cache.computeIfAbsent(path, missing -> {
            Optional<String> text = missing.isEmpty() ? Optional.empty() : reader.apply(missing);
            // JLS 3.4 ends a line also at a lone carriage return
            Pattern end = missing.endsWith(".java") ? JAVA_LINE_END : LINE_END;
            return new Source(text, text.map(all -> List.of(end.split(all, -1))).orElse(List.of()));
        });
    }

    private static Optional<String> read(Path root, String path) {
        try {
            byte[] bytes = Files.readAllBytes(root.resolve(path));
            try {
                return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
            } catch (CharacterCodingException e) {
                return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
