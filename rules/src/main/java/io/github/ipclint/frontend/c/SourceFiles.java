package io.github.ipclint.frontend.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads files with the headers that they include; headers are read once for all files. Safe for use by several threads: what a
 * header gives does not depend on who asked first.
 */
final class SourceFiles {
    /**
     * A file that has been read.
     *
     * @param text macros replaced
     * @param unexpanded directives obeyed, macros as written
     * @param headers all headers that it includes, transitively, each behind those that it includes itself
     * @param complete whether all headers of the project that it includes have been found
     * @param selfTest of a file that is no header, null where it has none
     */
    record SourceFile(
            ExpandedText text, String unexpanded, MacroTable macros, List<Header> headers, boolean complete, @Nullable SelfTest selfTest) {}

    private final IncludeFolders folders;
    private final ReservedNames reserved;
    private final Map<String, Header> headers = new ConcurrentHashMap<>();
    private final Map<String, Header> circular = new ConcurrentHashMap<>();
    private final Map<String, Syntax> trees = new ConcurrentHashMap<>();

    /** @param reserved names that are not replaced, whatever macros the project defines for them */
    SourceFiles(IncludeFolders folders, ReservedNames reserved) {
        this.folders = folders;
        Set<String> all = new HashSet<>(reserved.names());
        all.addAll(SystemHeaders.COMPILER_MACROS.names());
        this.reserved = new ReservedNames(all, reserved.parameters());
    }

    /** Names of the system: what is called so is not the project's. */
    Set<String> systemNames() {
        return reserved.names();
    }

    /** Reads a file and all headers that it includes. */
    SourceFile read(String path, byte[] content) {
        return read(path, content, null);
    }

    /** @param reading what is being read around this file; null for one that is no header */
    private SourceFile read(String path, byte[] content, @Nullable Reading reading) {
        MacroTable macros = new MacroTable(reserved);
        macros.include(SystemHeaders.MACROS);
        macros.include(SystemHeaders.COMPILER_MACROS);
        Set<String> included = new HashSet<>();
        List<Header> ordered = new ArrayList<>();
        boolean[] missing = new boolean[1];
        SourceText source = SourceText.of(path, content);
        Preprocessor preprocessor = new Preprocessor(source, macros, (name, angled, chosen) -> {
            String found = chosen || !angled ? folders.resolve(path, name, angled) : null;
            Header header = found == null ? null : reading == null ? header(found) : reading.header(found);
            missing[0] |= chosen && (header == null ? !angled : !header.complete());
            if (header != null && !chosen) {
                macros.includeMissing(header.macros());
            } else if (header != null) {
                header.includes().forEach(inner -> include(inner, macros, included, ordered));
                include(header, macros, included, ordered);
            }
        });
        ExpandedText text = preprocessor.run();
        SelfTest selfTest = reading == null ? SelfTest.of(source, macros) : null;
        return new SourceFile(text, preprocessor.unexpanded(), macros, ordered, !missing[0], selfTest);
    }

    private static void include(Header header, MacroTable macros, Set<String> included, List<Header> ordered) {
        if (included.add(header.path())) {
            macros.include(header.macros());
            ordered.add(header);
        }
    }

    /** A header that a source file names itself. */
    private @Nullable Header header(String path) {
        Header known = headers.getOrDefault(path, circular.get(path));
        if (known != null) {
            return known;
        }
        Header header = new Reading().header(path);
        if (header != null) {
            circular.put(path, header);
        }
        return header;
    }

    /**
     * Reads one header with all that it includes. Where headers include each other in a circle, what one gives depends on where
     * reading began, and is kept for this reading alone.
     */
    private final class Reading {
        private final Set<String> open = new LinkedHashSet<>();
        private final Map<String, Header> done = new HashMap<>();
        private int circles;

        @Nullable Header header(String path) {
            Header known = headers.get(path);
            if (known != null) {
                return known;
            }
            Header inCircle = done.get(path);
            byte[] content = inCircle == null && !open.contains(path) ? folders.read(path) : null;
            if (content == null) {
                circles++;
                return inCircle;
            }
            int before = circles;
            open.add(path);
            Header header = declarations(path, read(path, content, this));
            open.remove(path);
            if (circles == before) {
                headers.putIfAbsent(path, header);
            } else {
                done.put(path, header);
            }
            return header;
        }
    }

    private Header declarations(String path, SourceFile file) {
        UnitLowering lowering = SystemHeaders.lowering(path, file.headers());
        int inherited = lowering.globals().size();
        int inheritedInitials = lowering.initials().size();
        Set<String> before = Set.copyOf(lowering.noreturn());
        lowering.declare(tree(path, file.text()).children());
        Set<String> noreturn = new HashSet<>(lowering.noreturn());
        noreturn.removeAll(before);
        return new Header(
                path,
                file.macros(),
                lowering.names(),
                List.copyOf(lowering.globals().subList(inherited, lowering.globals().size())),
                List.copyOf(file.headers()),
                noreturn,
                file.macros().constants(),
                lowering.initials().stream().skip(inheritedInitials).filter(Header.Initial::isSmall).toList(),
                file.complete());
    }

    /** The tree of a header, which mostly stays the same when it is read again as part of a circle. */
    private Syntax tree(String path, ExpandedText text) {
        Syntax known = trees.get(path);
        if (known != null && known.isOf(text)) {
            return known;
        }
        Syntax tree = Parsing.parse(text);
        trees.put(path, tree);
        return tree;
    }
}
