package io.github.ipclint.report.html;

import java.util.Map;

/** Names of signals, which the analysis knows by number: those of signal(7) that are the same on x86-64 and aarch64. */
final class Signals {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1", "SIGHUP"), Map.entry("2", "SIGINT"), Map.entry("3", "SIGQUIT"), Map.entry("6", "SIGABRT"),
            Map.entry("10", "SIGUSR1"), Map.entry("11", "SIGSEGV"), Map.entry("12", "SIGUSR2"), Map.entry("13", "SIGPIPE"),
            Map.entry("14", "SIGALRM"), Map.entry("15", "SIGTERM"), Map.entry("17", "SIGCHLD"), Map.entry("18", "SIGCONT"),
            Map.entry("20", "SIGTSTP"), Map.entry("29", "SIGIO"));

    private Signals() {}

    static String name(String number) {
        return NAMES.getOrDefault(number, number);
    }
}
