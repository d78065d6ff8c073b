package io.github.ipclint.frontend.c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the headers of a project without knowing its build: by the end of their path, the nearest first. */
final class IncludeFolders {
    /** Names that mean the system's header when they stand in angle brackets, whatever the project has. */
    private static final Set<String> SYSTEM = Set.of(
            "aio.h", "arpa/inet.h", "assert.h", "complex.h", "cpio.h", "ctype.h", "dirent.h", "dlfcn.h", "errno.h", "fcntl.h", "fenv.h",
            "float.h",
            "fnmatch.h", "ftw.h", "getopt.h", "glob.h", "grp.h", "iconv.h", "inttypes.h", "iso646.h", "langinfo.h", "libgen.h", "limits.h",
            "locale.h", "math.h", "monetary.h", "mqueue.h", "ndbm.h", "net/if.h", "netdb.h", "netinet/in.h", "netinet/tcp.h", "nl_types.h",
            "poll.h", "pthread.h", "pty.h", "pwd.h", "regex.h", "sched.h", "search.h", "semaphore.h", "setjmp.h", "signal.h", "spawn.h",
            "stdarg.h", "stdbool.h", "stddef.h", "stdint.h", "stdio.h", "stdlib.h", "string.h", "strings.h", "stropts.h", "sys/epoll.h",
            "sys/eventfd.h", "sys/file.h", "sys/inotify.h", "sys/ioctl.h", "sys/ipc.h", "sys/mman.h", "sys/mount.h", "sys/msg.h",
            "sys/param.h", "sys/prctl.h", "sys/ptrace.h", "sys/resource.h", "sys/select.h", "sys/sem.h", "sys/shm.h", "sys/signalfd.h",
            "sys/socket.h", "sys/stat.h", "sys/statvfs.h", "sys/syscall.h", "sys/sysmacros.h", "sys/time.h", "sys/timerfd.h", "sys/times.h",
            "sys/types.h", "sys/uio.h", "sys/un.h", "sys/utsname.h", "sys/wait.h", "syslog.h", "tar.h", "termios.h", "tgmath.h",
            "threads.h",
            "time.h", "ulimit.h", "unistd.h", "utime.h", "utmpx.h", "wchar.h", "wctype.h", "wordexp.h");

    private final @Nullable Path root;
    private final List<String> folders;
    private final Map<String, List<String>> byName = new HashMap<>();

    /**
     * @param root null for no headers at all
     * @param folders folders to look in first, relative to the root
     */
    IncludeFolders(@Nullable Path root, List<String> folders) {
        this.root = root;
        this.folders = List.copyOf(folders);
        if (root != null && Files.isDirectory(root)) {
            collect(root);
        }
    }

    private void collect(Path from) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".h") || name.endsWith(".inc") || name.endsWith(".def") || name.endsWith(".c")) {
                        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(from.relativize(file).toString().replace('\\', '/'));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean hidden = !folder.equals(from) && folder.getFileName().toString().startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Path of an included file relative to the root, null where the project has none. */
    @Nullable String resolve(String includer, String name, boolean angled) {
        String folder = includer.substring(0, includer.lastIndexOf('/') + 1);
        String base = name.substring(name.lastIndexOf('/') + 1);
        List<String> candidates = byName.getOrDefault(base, List.of());
        String beside = normalized(folder + name);
        if (!angled && candidates.contains(beside)) {
            return beside;
        }
        for (String listed : folders) {
            String there = normalized(listed + "/" + name);
            if (candidates.contains(there)) {
                return there;
            }
        }
        return angled && SYSTEM.contains(name) ? null : nearest(folder, name, candidates);
    }

    private static @Nullable String nearest(String folder, String name, List<String> candidates) {
        String suffix = normalized(name);
        List<String> found = candidates.stream()
                .filter(path -> path.equals(suffix) || path.endsWith("/" + suffix))
                .sorted(Comparator.comparingInt((String path) -> -common(folder, path)).thenComparingInt(String::length)
                        .thenComparing(path -> path))
                .toList();
        // Of several that are equally far away none is better than a guess.
        boolean guess = found.size() > 1 && common(folder, found.get(0)) == 0 && found.get(0).contains("/") && found.get(1).contains("/");
        return found.isEmpty() || guess ? null : found.getFirst();
    }

    /** Number of leading folders that two paths share. */
    private static int common(String folder, String path) {
        String[] a = folder.split("/");
        String[] b = path.split("/");
        int i = 0;
        while (i < a.length && i < b.length - 1 && !a[i].isEmpty() && a[i].equals(b[i])) {
            i++;
        }
        return i;
    }

    /** Resolves {@code ..} and {@code .} in a path with slashes. */
    private static String normalized(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** Content of a file that {@link #resolve} named; null where it cannot be read. */
    byte @Nullable [] read(String path) {
        if (root == null) {
            return null;
        }
        try {
            return Files.readAllBytes(root.resolve(path));
        } catch (IOException unreadable) {
            return null;
        }
    }
}
