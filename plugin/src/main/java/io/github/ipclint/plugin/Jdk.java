package io.github.ipclint.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An installed JDK.
 *
 * @param home real path
 * @param version as its {@code release} file says, such as {@code 25.0.3}
 * @param feature feature release, such as 25
 */
record Jdk(Path home, String version, int feature) {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"?((?:1\\.)?(\\d+)[^\"]*)\"?");

    /** Reads the {@code release} file, without starting anything; empty when the folder is no JDK that tells its version. */
    static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || java(home).isEmpty()) {
            return Optional.empty();
        }
        try {
            for (String line : Files.readAllLines(release)) {
                Matcher version = VERSION.matcher(line.strip());
                if (version.matches()) {
                    return Optional.of(new Jdk(home.toRealPath(), version.group(1), Integer.parseInt(version.group(2))));
                }
            }
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The program {@code java} of this JDK. */
    Path java() {
        return java(home).orElseThrow(() -> new IllegalStateException("no java in " + home));
    }

    private static Optional<Path> java(Path home) {
        return List.of("java", "java.exe").stream().map(home.resolve("bin")::resolve).filter(Files::isRegularFile).findFirst();
    }
}
