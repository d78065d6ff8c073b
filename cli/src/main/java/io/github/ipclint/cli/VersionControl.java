package io.github.ipclint.cli;

import io.github.ipclint.report.RunDetails.Author;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What Git knows of the analysed sources. Where there is no Git, or no repository, nothing is known, and that is no error. */
final class VersionControl {
    /** Nothing in a repository's configuration may start a program. */
    private static final List<String> SAFELY =
            List.of("git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false");

    private static final int SECONDS = 10;

    /** @param dirty whether files have changed since */
    record Commit(String id, LocalDate date, boolean dirty) {}

    private final Path root;

    VersionControl(Path root) {
        this.root = root;
    }

    Optional<Commit> commit() {
        String[] head = git("log", "-1", "--format=%H %ct").strip().split(" ");
        if (head.length != 2) {
            return Optional.empty();
        }
        boolean dirty = !git("status", "--porcelain", "--untracked-files=no", "--", ".").isBlank();
        return Optional.of(new Commit(head[0], day(head[1]), dirty));
    }

    /** Who wrote a line, and how old it was on that day. */
    Optional<Author> author(String path, int line, LocalDate day) {
        String blame = git("blame", "--porcelain", "-L", line + "," + line, "--", path);
        String name = field(blame, "author ");
        String time = field(blame, "author-time ");
        if (name.isEmpty() || time.isEmpty() || blame.startsWith("0000000")) {
            return Optional.empty();
        }
        LocalDate written = day(time);
        return Optional.of(new Author(name, written.toString(), Math.max(0, ChronoUnit.DAYS.between(written, day))));
    }

    private static String field(String porcelain, String name) {
        return porcelain.lines().filter(line -> line.startsWith(name)).findFirst().map(line -> line.substring(name.length())).orElse("");
    }

    static LocalDate day(String epochSeconds) {
        return Instant.ofEpochSecond(Long.parseLong(epochSeconds)).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private String git(String... arguments) {
        List<String> command = new ArrayList<>(SAFELY);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (InputStream out = process.getInputStream()) {
                String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : "";
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
