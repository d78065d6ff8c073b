package io.github.ipclint.frontend.c;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What we say in place of the system's headers. */
final class SystemHeaders {
    /** Come after the project's own definitions. */
    static final MacroTable MACROS = macros("system-macros.h");

    /** Come before the project's own definitions. */
    static final MacroTable COMPILER_MACROS = macros("compiler-macros.h");

    private static final Names TYPES = types("system-types.h");

    private SystemHeaders() {}

    /** The lowering of a file, before its first line: it knows the structures of the system and what the headers declare. */
    static UnitLowering lowering(String path, List<Header> headers) {
        UnitLowering lowering = new UnitLowering(path, new Names());
        lowering.names().include(TYPES);
        headers.forEach(lowering::include);
        return lowering;
    }

    private static MacroTable macros(String resource) {
        MacroTable macros = new MacroTable();
        new Preprocessor(text(resource), macros, Preprocessor.NO_INCLUDES).run();
        return macros;
    }

    private static Names types(String resource) {
        UnitLowering lowering = new UnitLowering(resource, new Names());
        lowering.declare(Parsing.parse(new Preprocessor(text(resource), new MacroTable(), Preprocessor.NO_INCLUDES).run()).children());
        return lowering.names();
    }

    private static SourceText text(String resource) {
        try (InputStream content = SystemHeaders.class.getResourceAsStream(resource)) {
            return SourceText.of(resource, Objects.requireNonNull(content, resource).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
