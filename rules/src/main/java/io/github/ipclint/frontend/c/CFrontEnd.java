package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The C front end: from the text of a file to its intermediate representation, without a build and without the headers of the
 * system. An instance reads each header of the project once; it may be shared between threads.
 */
public final class CFrontEnd {
    private final SourceFiles files;

    /**
     * @param root folder of the project, whose headers are used; null to read files alone
     * @param folders where to look for headers first, relative to the root
     * @param reserved names that no macro of the project replaces
     */
    public CFrontEnd(@Nullable Path root, List<String> folders, ReservedNames reserved) {
        this.files = new SourceFiles(new IncludeFolders(root, folders), reserved);
    }

    /** Reads files alone, without any header. */
    public CFrontEnd() {
        this(null, List.of(), ReservedNames.NONE);
    }

    /** Whether a text has the body of a function at file scope, in whatever branch of its directives. */
    public static boolean definesFunctions(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return !DefinedFunctions.in(text, 0, text.length()).isEmpty();
    }

    /**
     * Every function prototype at file scope, in order, also those without attributes: how models are read.
     *
     * @param path as it is to appear in ranges
     */
    public static List<Prototype> prototypes(String path, byte[] content) {
        return new Unit(path, new CFrontEnd().files.read(path, content), Set.of()).prototypes();
    }

    /**
     * Lowers one file. Text that cannot be parsed is left out and reported among the problems; there are no exceptions for it.
     *
     * @param path relative to the root, with {@code /}
     */
    public TranslationUnit parse(String path, byte[] content) {
        return new Unit(path, files.read(path, content), files.systemNames()).lower();
    }
}
