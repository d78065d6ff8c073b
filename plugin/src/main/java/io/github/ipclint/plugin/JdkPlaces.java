package io.github.ipclint.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where JDKs are on a machine that nobody has configured for us: environment, Maven's own discovery, usual folders.
 *
 * @param environment variables of the process
 * @param userHome home folder of the user
 * @param fileSystemRoot {@code /}, or another folder in tests
 */
record JdkPlaces(Map<String, String> environment, Path userHome, Path fileSystemRoot) {
    private static final List<String> BELOW_HOME = List.of(
            ".sdkman/candidates/java", ".jdks", ".gradle/jdks", ".jenv/versions", ".asdf/installs/java", ".local/share/mise/installs/java");
    private static final List<String> BELOW_ROOT = List.of(
            "usr/lib/jvm", "usr/java", "opt/java", "Library/Java/JavaVirtualMachines", "opt/homebrew/opt", "usr/local/opt",
            "Program Files/Java", "Program Files/Eclipse Adoptium", "Program Files/Microsoft", "Program Files/Zulu",
            "Program Files/Amazon Corretto");

    /** Inside an installed folder the JDK may lie deeper: macOS bundles, Homebrew. */
    private static final List<String> INSIDE = List.of("", "Contents/Home", "libexec/openjdk.jdk/Contents/Home");

    private static final Pattern CACHED_HOME = Pattern.compile("<jdkHome>([^<]+)</jdkHome>");

    static JdkPlaces ofThisMachine() {
        return new JdkPlaces(System.getenv(), Path.of(System.getProperty("user.home", "")), Path.of("/"));
    }

    /** All places that exist, most deliberate first. */
    List<JdkCandidate> candidates() {
        List<JdkCandidate> candidates = new ArrayList<>();
        fromEnvironment(candidates);
        fromMavenCache(candidates);
        BELOW_HOME.forEach(folder -> fromFolder(userHome.resolve(folder), candidates));
        BELOW_ROOT.forEach(folder -> fromFolder(fileSystemRoot.resolve(folder), candidates));
        return candidates;
    }

    /** Ours, the usual one, those of build servers, then any other that looks like one, sorted. */
    private void fromEnvironment(List<JdkCandidate> candidates) {
        int required = JdkSearch.REQUIRED;
        Stream<String> known = Stream.of(
                "IPCLINT_JAVA_HOME", "JAVA_HOME", "JAVA" + required + "_HOME", "JAVA_HOME_" + required + "_X64",
                "JAVA_HOME_" + required + "_arm64");
        Stream<String> others = new TreeMap<>(environment).keySet().stream().filter(name -> name.matches("(JAVA|JDK).*_HOME(_.*)?"));
        Stream.concat(known, others).distinct().forEach(name -> {
            String home = environment.getOrDefault(name, "").strip();
            if (!home.isEmpty()) {
                candidates.add(new JdkCandidate(name, Path.of(home)));
            }
        });
    }

    /** The file in which maven-toolchains-plugin remembers the JDKs that it discovered. */
    private void fromMavenCache(List<JdkCandidate> candidates) {
        Path cache = userHome.resolve(".m2/discovered-jdk-toolchains-cache.xml");
        if (Files.isReadable(cache)) {
            try {
                Matcher home = CACHED_HOME.matcher(Files.readString(cache));
                while (home.find()) {
                    candidates.add(new JdkCandidate("JDKs discovered by Maven", Path.of(home.group(1).strip())));
                }
            } catch (IOException e) {
                // only one source of many, and the next ones hold the same JDKs
            }
        }
    }

    private static void fromFolder(Path folder, List<JdkCandidate> candidates) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            entries.forEach(children::add);
        } catch (IOException e) {
            return;
        }
        children.sort(null);
        for (Path child : children) {
            INSIDE.stream().map(child::resolve)
                    .filter(home -> Files.isRegularFile(home.resolve("release")))
                    .findFirst()
                    .ifPresent(home -> candidates.add(new JdkCandidate(folder.toString(), home)));
        }
    }
}
