package io.github.ipclint.frontend.c;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads files with the headers that they include; headers are read once for all files. Safe for use by several threads. */
final class SourceFiles {
    /**
     * A file that has been read.
     *
     * @param text macros replaced
     * @param unexpanded directives obeyed, macros as written
     * @param headers all headers that it includes, transitively, each behind those that it includes itself
     */
    record SourceFile(ExpandedText text, String unexpanded, MacroTable macros, List<Header> headers) {}

    /** Come after the project's own definitions. */
    private static final MacroTable SYSTEM = macrosOf("system-macros.h");

    /** Come before the project's own definitions. */
    private static final MacroTable COMPILER = macrosOf("compiler-macros.h");

    /** Structures of the system. */
    private static final Names SYSTEM_TYPES = typesOf("system-types.h");

    private final IncludeFolders folders;
    private final Set<String> reserved;
    private final Map<String, Header> headers = new ConcurrentHashMap<>();

    /** @param reserved names that are not replaced, whatever macros the project defines for them */
    SourceFiles(IncludeFolders folders, Set<String> reserved) {
        this.folders = folders;
        Set<String> all = new HashSet<>(reserved);
        all.addAll(COMPILER.names());
        this.reserved = Set.copyOf(all);
    }

    private static MacroTable macrosOf(String resource) {
        MacroTable macros = new MacroTable();
        new Preprocessor(resource(resource), macros, Preprocessor.NO_INCLUDES).run();
        return macros;
    }

    private static Names typesOf(String resource) {
        UnitLowering lowering = new UnitLowering(resource, new Names());
        lowering.declare(Parsing.parse(new Preprocessor(resource(resource), new MacroTable(), Preprocessor.NO_INCLUDES).run()).children());
        return lowering.names();
    }

    private static SourceText resource(String name) {
        try (InputStream content = SourceFiles.class.getResourceAsStream(name)) {
            return SourceText.of(name, Objects.requireNonNull(content, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names at the start of a file: the system's structures and what its headers declare. */
    static UnitLowering lowering(String path, SourceFile file) {
        UnitLowering lowering = new UnitLowering(path, new Names());
        lowering.names().include(SYSTEM_TYPES);
        file.headers().forEach(lowering::include);
        return lowering;
    }

    /** Reads a file and all headers that it includes. */
    SourceFile read(String path, byte[] content) {
        return read(path, content, new LinkedHashSet<>(Set.of(path)), new HashSet<>());
    }

    private SourceFile read(String path, byte[] content, Set<String> opened, Set<String> met) {
        MacroTable macros = new MacroTable(reserved);
        macros.include(SYSTEM);
        macros.include(COMPILER);
        Set<Header> headers = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Header> ordered = new ArrayList<>();
        Preprocessor preprocessor = new Preprocessor(SourceText.of(path, content), macros, (name, angled, chosen) -> {
            String found = chosen || !angled ? folders.resolve(path, name, angled) : null;
            Header header = found == null ? null : header(found, opened, met);
            if (header != null && !chosen) {
                macros.includeMissing(header.macros());
            } else if (header != null) {
                header.includes().forEach(inner -> include(inner, macros, headers, ordered));
                include(header, macros, headers, ordered);
            }
        });
        ExpandedText text = preprocessor.run();
        return new SourceFile(text, preprocessor.unexpanded(), macros, ordered);
    }

    private static void include(Header header, MacroTable macros, Set<Header> headers, List<Header> ordered) {
        if (headers.add(header)) {
            macros.include(header.macros());
            ordered.add(header);
        }
    }

    private @Nullable Header header(String path, Set<String> opened, Set<String> met) {
        Header known = headers.get(path);
        if (known != null) {
            return known;
        }
        if (opened.contains(path)) {
            met.add(path);
            return null;
        }
        byte[] content = folders.read(path);
        if (content == null) {
            return null;
        }
        opened.add(path);
        Set<String> metInside = new HashSet<>();
        Header header = declarations(path, read(path, content, opened, metInside));
        opened.remove(path);
        metInside.remove(path);
        if (metInside.isEmpty()) {
            headers.putIfAbsent(path, header);
        }
        met.addAll(metInside);
        return header;
    }

    private static Header declarations(String path, SourceFile file) {
        UnitLowering lowering = lowering(path, file);
        Set<String> inherited = Set.copyOf(lowering.noreturn());
        List<Variable> before = lowering.globals();
        lowering.declare(Parsing.parse(file.text()).children());
        List<Variable> variables = new ArrayList<>(lowering.globals());
        variables.removeAll(before);
        Set<String> noreturn = new HashSet<>(lowering.noreturn());
        noreturn.removeAll(inherited);
        return new Header(path, file.macros(), lowering.names(), variables, List.copyOf(file.headers()), noreturn,
                file.macros().constants());
    }
}
