package io.github.ipclint.cli;

import io.github.ipclint.report.RunDetails;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down how a run came about, without anything that differs between machines where the run does not. */
final class RunRecorder {
    /** Their values change neither the result nor the reports. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("--threads", "--color", "--debug", "--timestamp");

    private final Terminal terminal;

    RunRecorder(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * @param timestamp seconds since 1970 or an ISO date, as the user gave it; null: SOURCE_DATE_EPOCH, else the commit's date
     * @param inputs digest of all sources
     */
    RunDetails record(Path root, List<String> arguments, Profile profile, @Nullable String timestamp, String inputs) {
        VersionControl history = new VersionControl(root);
        Optional<VersionControl.Commit> commit = history.commit();
        Optional<LocalDate> date = date(timestamp != null ? timestamp : terminal.environment().get("SOURCE_DATE_EPOCH"))
                .or(() -> commit.map(VersionControl.Commit::date));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("profile", profile.toString().toLowerCase(java.util.Locale.ROOT));
        values.put("command", "ipclint " + command(arguments));
        commit.ifPresent(known -> values.put("commit", known.id() + (known.dirty() ? " + working tree changed" : "")));
        if (!inputs.isEmpty()) {
            values.put("inputs", "sha256:" + inputs);
        }
        values.put("jdk", System.getProperty("java.vendor", "") + " " + System.getProperty("java.version", ""));
        values.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        LocalDate day = date.orElse(LocalDate.EPOCH);
        return new RunDetails(values, date.map(LocalDate::toString),
                (path, line) -> date.isEmpty() ? Optional.empty() : history.author(path, line, day));
    }

    /** @throws UsageException when it is no date */
    private static Optional<LocalDate> date(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            if (text.matches("\\d{1,12}")) {
                return Optional.of(VersionControl.day(text));
            }
            return Optional.of(text.contains("T") ? Instant.parse(text).atZone(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new UsageException("'%s' is neither seconds since 1970 nor a date such as 2026-11-21".formatted(text));
        }
    }

    private String command(List<String> arguments) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String option = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
            if (!WITHOUT_EFFECT.contains(option)) {
                shown.add(withoutPlace(argument));
            } else if (!argument.contains("=") && !option.equals("--debug")) {
                i++;
            }
        }
        return shown.stream().map(word -> word.contains(" ") ? "'" + word + "'" : word).collect(Collectors.joining(" "));
    }

    /** Absolute paths say where somebody works; what counts is the part below the working folder, or the last name. */
    private String withoutPlace(String argument) {
        int equals = argument.lastIndexOf('=');
        String value = argument.substring(equals + 1);
        try {
            Path path = Path.of(value);
            if (!path.isAbsolute() || value.contains("://")) {
                return argument;
            }
            Path base = terminal.workingFolder().toAbsolutePath();
            Path shown = path.startsWith(base) ? base.relativize(path) : path.getFileName();
            String name = shown == null || shown.toString().isEmpty() ? "." : shown.toString().replace('\\', '/');
            return argument.substring(0, equals + 1) + name;
        } catch (InvalidPathException e) {
            return argument;
        }
    }
}
