package io.github.ipclint.cli;

import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From which level on findings make the run fail. */
enum FailOn {
    ERROR(Level.ERROR), WARNING(Level.WARNING), NOTE(Level.NOTE), NEVER(null);

    private final @Nullable Level threshold;

    FailOn(@Nullable Level threshold) {
        this.threshold = threshold;
    }

    /** Empty for never. */
    Optional<Level> threshold() {
        return Optional.ofNullable(threshold);
    }

    int exitCode(List<Finding> findings) {
        boolean fails = threshold != null && findings.stream().anyMatch(finding -> finding.level().atLeast(threshold));
        return fails ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
