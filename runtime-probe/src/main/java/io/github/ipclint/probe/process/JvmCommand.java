package io.github.ipclint.probe.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How another JVM of the probe is started: small, silent, and without files of its own. */
final class JvmCommand {
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC", "-Xmx256m", "-XX:-UsePerfData", "-XX:ErrorFile=/dev/null", "-XX:-CreateCoredumpOnCrash", "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8");

    private JvmCommand() {}

    static List<String> of(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(classPath(main));
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** Where the classes of this module, and the one to start, were loaded from; they need no others. */
    private static String classPath(Class<?> main) {
        return Stream.of(main, JvmCommand.class).map(JvmCommand::origin).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toAbsolutePath().toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
