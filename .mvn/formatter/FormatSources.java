import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.ToolFactory;
import org.eclipse.jdt.core.formatter.CodeFormatter;
import org.eclipse.jdt.core.formatter.DefaultCodeFormatterConstants;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.edits.TextEdit;

/**
 * Checks or applies the formatting of Java sources; started from source on the toolchain's JDK, because Maven's own may be too old
 * for the formatter.
 *
 * <p>Arguments: {@code check} or {@code apply}, the file of settings, then files or folders. Fixtures are left alone: their
 * expectations stand on fixed lines.
 */
final class FormatSources {
    private static final Set<String> SKIPPED_FOLDERS = Set.of("target", "fixtures", ".git", "resources");

    /** The formatter cannot resolve names, so it takes this type annotation for one of the declaration and breaks the line after it. */
    private static final Pattern LONELY_TYPE_ANNOTATION = Pattern.compile("^([ \t]*)@Nullable\\R[ \t]*(?=\\S)", Pattern.MULTILINE);

    private enum State {
        CLEAN, CHANGED, UNPARSABLE
    }

    private record Outcome(Path file, State state) {}

    private final CodeFormatter formatter;
    private final boolean apply;

    private FormatSources(Path settings, boolean apply) throws IOException {
        this.formatter = ToolFactory.createCodeFormatter(options(settings), ToolFactory.M_FORMAT_EXISTING);
        this.apply = apply;
    }

    static void main(String[] args) throws IOException {
        if (args.length < 3 || !Set.of("check", "apply").contains(args[0])) {
            System.err.println("usage: FormatSources check|apply SETTINGS PATH...");
            System.exit(2);
        }
        boolean apply = args[0].equals("apply");
        FormatSources format = new FormatSources(Path.of(args[1]), apply);
        List<Path> files = Arrays.stream(args).skip(2).map(Path::of).flatMap(FormatSources::sources).sorted().toList();
        List<Outcome> notable = files.stream().map(format::format).filter(outcome -> outcome.state() != State.CLEAN).toList();
        for (Outcome outcome : notable) {
            String verb = outcome.state() == State.UNPARSABLE ? "cannot be parsed" : apply ? "formatted" : "not formatted";
            System.err.println(verb + ": " + outcome.file());
        }
        if (notable.stream().anyMatch(outcome -> !apply || outcome.state() == State.UNPARSABLE)) {
            System.err.println("To format: mvn -q -pl .mvn/formatter verify -Dipclint.format=apply");
            System.exit(1);
        }
    }

    private static Map<String, String> options(Path settings) throws IOException {
        Map<String, String> options = new HashMap<>(DefaultCodeFormatterConstants.getEclipseDefaultSettings());
        JavaCore.setComplianceOptions("25", options);
        Properties own = new Properties();
        try (Reader reader = Files.newBufferedReader(settings)) {
            own.load(reader);
        }
        own.forEach((key, value) -> options.put("org.eclipse.jdt.core.formatter." + key, value.toString()));
        return options;
    }

    private static Stream<Path> sources(Path root) {
        if (!Files.isDirectory(root)) {
            return Stream.of(root);
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(FormatSources::isFolderToEnterOrSource).toList().stream().flatMap(FormatSources::sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFolderToEnterOrSource(Path path) {
        String name = path.getFileName().toString();
        return Files.isDirectory(path) ? !SKIPPED_FOLDERS.contains(name) : name.endsWith(".java");
    }

    private Outcome format(Path file) {
        try {
            String before = Files.readString(file);
            int kind = file.endsWith("module-info.java") ? CodeFormatter.K_MODULE_INFO : CodeFormatter.K_COMPILATION_UNIT;
            TextEdit edit = formatter.format(kind | CodeFormatter.F_INCLUDE_COMMENTS, before, 0, before.length(), 0, "\n");
            if (edit == null) {
                return new Outcome(file, State.UNPARSABLE);
            }
            IDocument document = new Document(before);
            edit.apply(document);
            String after = LONELY_TYPE_ANNOTATION.matcher(document.get()).replaceAll("$1@Nullable ");
            if (after.equals(before)) {
                return new Outcome(file, State.CLEAN);
            }
            if (apply) {
                Files.writeString(file, after);
            }
            return new Outcome(file, State.CHANGED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadLocationException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
