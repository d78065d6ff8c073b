package io.github.ipclint.plugin;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of the analyzer's console output, as much of it as the build log needs. */
record OutputLine(Kind kind, String text) {
    /** What a line says. */
    enum Kind {
        ERROR, WARNING, NOTE,
        /** Anything else: steps of a trace, source lines, the summary. */
        OTHER;

        boolean isFinding() {
            return this != OTHER;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** gcc's form with the rule at its end; a {@code note:} without a rule is a step of the finding above it. */
    private static final Pattern FINDING = Pattern.compile(".+:\\d+:\\d+: (error|warning|note): .* \\[[a-z0-9-]+]");

    private static final Pattern STEP = Pattern.compile(".+:\\d+:\\d+: note: .*");

    /** Whether the line belongs to the finding above it: a step, or an indented source line. */
    boolean isDetail() {
        return text.startsWith(" ") || STEP.matcher(text).matches();
    }

    static OutputLine of(String text) {
        Matcher finding = FINDING.matcher(text);
        if (!finding.matches()) {
            return new OutputLine(Kind.OTHER, text);
        }
        return switch (finding.group(1)) {
            case "error" -> new OutputLine(Kind.ERROR, text);
            case "warning" -> new OutputLine(Kind.WARNING, text);
            default -> new OutputLine(Kind.NOTE, text);
        };
    }
}
