import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks or applies google-java-format on Java sources, started from source on the toolchain's JDK.
 *
 * <p>Arguments: {@code check} or {@code apply}, then files or folders. Fixtures are left alone:
 * their expectations stand on fixed lines.
 */
final class FormatSources {
  private static final Set<String> SKIPPED_FOLDERS =
      Set.of("target", "fixtures", ".git", "resources");

  private record Outcome(Path file, State state, String detail) {}

  private enum State {
    CLEAN,
    CHANGED,
    UNPARSABLE
  }

  private FormatSources() {}

  static void main(String[] args) throws IOException {
    if (args.length < 2 || !Set.of("check", "apply").contains(args[0])) {
      System.err.println("usage: FormatSources check|apply PATH...");
      System.exit(2);
    }
    boolean apply = args[0].equals("apply");
    List<Path> files =
        Arrays.stream(args).skip(1).map(Path::of).flatMap(FormatSources::sources).sorted().toList();
    List<Outcome> notable =
        files.parallelStream()
            .map(file -> format(file, apply))
            .filter(outcome -> outcome.state() != State.CLEAN)
            .toList();
    for (Outcome outcome : notable) {
      String verb = apply ? "formatted" : "not formatted";
      System.err.println(
          outcome.state() == State.CHANGED
              ? verb + ": " + outcome.file()
              : "cannot be parsed: " + outcome.file() + ": " + outcome.detail());
    }
    boolean unparsable = notable.stream().anyMatch(o -> o.state() == State.UNPARSABLE);
    if (unparsable || (!apply && !notable.isEmpty())) {
      System.err.println("To format: mvn -q -N verify -Dipclint.format=apply");
      System.exit(1);
    }
  }

  private static Stream<Path> sources(Path root) {
    if (!Files.isDirectory(root)) {
      return Stream.of(root);
    }
    try (Stream<Path> children = Files.list(root)) {
      return children
          .filter(
              child ->
                  Files.isDirectory(child)
                      ? !SKIPPED_FOLDERS.contains(child.getFileName().toString())
                      : child.toString().endsWith(".java"))
          .toList()
          .stream()
          .flatMap(FormatSources::sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome format(Path file, boolean apply) {
    try {
      String before = Files.readString(file);
      String tidy = RemoveUnusedImports.removeUnusedImports(before);
      String ordered = ImportOrderer.reorderImports(tidy, Style.GOOGLE);
      String after = new Formatter().formatSource(ordered);
      if (after.equals(before)) {
        return new Outcome(file, State.CLEAN, "");
      }
      if (apply) {
        Files.writeString(file, after);
      }
      return new Outcome(file, State.CHANGED, "");
    } catch (FormatterException e) {
      return new Outcome(file, State.UNPARSABLE, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
