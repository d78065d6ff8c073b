package io.github.ipclint.probe.process;

import io.github.ipclint.finding.Evidence;
import io.github.ipclint.probe.sandbox.Sandbox;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a test starts a JVM with the classes of this module and its tests, whatever started the test. */
public final class TestClassPath {
    private TestClassPath() {}

    /** The command up to the arguments. */
    public static List<String> java(Class<?> main) throws Exception {
        List<String> folders = new ArrayList<>();
        for (Class<?> type : List.of(main, Sandbox.class, Evidence.class)) {
            folders.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        }
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC", "-cp", String.join(File.pathSeparator, folders), main.getName());
    }
}
