package io.github.ipclint.probe.libc;

import java.lang.foreign.Linker;
import java.util.Optional;

/** Systems whose C library the probe can call; each is a column of the table of constants. */
public enum Platform {
    X86_64_GLIBC, AARCH64_GLIBC, X86_64_MUSL, AARCH64_MUSL;

    private static final Optional<Platform> CURRENT = detect();

    /** The running system, or empty where the probe is not supported: macOS, Windows, other processors. */
    public static Optional<Platform> current() {
        return CURRENT;
    }

    /** The running system in words, for messages. */
    public static String description() {
        return System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    }

    private static Optional<Platform> detect() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        boolean glibc = Linker.nativeLinker().defaultLookup().find("gnu_get_libc_version").isPresent();
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> Optional.of(glibc ? X86_64_GLIBC : X86_64_MUSL);
            case "aarch64" -> Optional.of(glibc ? AARCH64_GLIBC : AARCH64_MUSL);
            default -> Optional.empty();
        };
    }
}
