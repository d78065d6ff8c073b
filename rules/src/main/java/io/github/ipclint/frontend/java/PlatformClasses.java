package io.github.ipclint.frontend.java;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The JDK's own classes by canonical name. */
final class PlatformClasses {
    private static final Map<String, Optional<ReflectedClass>> KNOWN = new ConcurrentHashMap<>();

    private PlatformClasses() {}

    static Optional<ReflectedClass> find(String canonicalName) {
        return KNOWN.computeIfAbsent(canonicalName, PlatformClasses::load);
    }

    /** A class without a package is never the platform's; not asking saves most of the failing look-ups. */
    private static Optional<ReflectedClass> load(String canonicalName) {
        String binaryName = canonicalName;
        while (binaryName.indexOf('.') >= 0) {
            try {
                return Optional.of(
                        new ReflectedClass(Class.forName(binaryName, false, ClassLoader.getPlatformClassLoader())));
            } catch (ClassNotFoundException | LinkageError absent) {
                int dot = binaryName.lastIndexOf('.');
                int before = binaryName.lastIndexOf('.', dot - 1);
                if (!Character.isUpperCase(binaryName.charAt(before + 1))) {
                    return Optional.empty();
                }
                binaryName = binaryName.substring(0, dot) + "$" + binaryName.substring(dot + 1);
            }
        }
        return Optional.empty();
    }
}
