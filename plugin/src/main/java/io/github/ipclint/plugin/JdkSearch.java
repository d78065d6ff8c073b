package io.github.ipclint.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outcome of looking for a JDK that can run the analyzer.
 *
 * @param found the first candidate that is new enough
 * @param origin what named it, empty when nothing was found
 * @param rejected one line per candidate that was looked at before, for the log
 */
record JdkSearch(Optional<Jdk> found, String origin, List<String> rejected) {
    /** The analyzer's class files need this feature release. */
    static final int REQUIRED = 25;

    /** Takes the first candidate that is new enough; a JDK reached by several names is looked at once. */
    static JdkSearch among(Iterable<JdkCandidate> candidates) {
        List<String> rejected = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (JdkCandidate candidate : candidates) {
            Optional<Jdk> jdk = Jdk.at(candidate.home());
            if (jdk.isEmpty()) {
                rejected.add(candidate.origin() + ": " + candidate.home() + " is no JDK");
            } else if (seen.add(jdk.get().home())) {
                if (jdk.get().feature() >= REQUIRED) {
                    return new JdkSearch(jdk, candidate.origin(), rejected);
                }
                rejected.add(candidate.origin() + ": " + candidate.home() + " is Java " + jdk.get().version());
            }
        }
        return new JdkSearch(Optional.empty(), "", rejected);
    }

    /** What to tell a user whose machine has none. */
    String advice() {
        String looked = rejected.isEmpty() ? "  nothing" : "  " + String.join("\n  ", rejected);
        return """
                ipclint needs a JDK %1$d or newer to run its analyzer (Maven itself may stay on an older one) and found none.
                Three ways to give it one:
                  mvn -Dipclint.jdk=/path/to/jdk-%1$d ...
                  a <toolchain> of type jdk in ~/.m2/toolchains.xml and <jdkToolchain><version>[%1$d,)</version></jdkToolchain>
                  install one where it is looked for: a package openjdk-%1$d-jdk or temurin-%1$d-jdk, SDKMAN, or JAVA_HOME
                Looked at:
                %2$s""".formatted(REQUIRED, looked);
    }
}
