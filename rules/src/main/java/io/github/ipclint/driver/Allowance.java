package io.github.ipclint.driver;

import io.github.ipclint.driver.LexedSource.Span;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The permission, written in the source, for one rule's findings on some lines.
 *
 * @param rule empty when none is named
 * @param reason empty when none is given
 * @param at the comment or the annotation's string
 */
record Allowance(String rule, String reason, SourceRange at, int firstLine, int lastLine) {
    private static final String RULES = "([a-z][a-z0-9-]*(?:,[a-z][a-z0-9-]*)*+)(?![\\w-])";
    private static final Pattern COMMENT = Pattern.compile("ipclint:allow\\b(?:\\s+" + RULES + ")?(.*)", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("ipclint:" + RULES + "(.*)", Pattern.DOTALL);
    private static final Pattern ANNOTATION = Pattern.compile("@(?:java\\.lang\\.)?SuppressWarnings\\s*\\(");

    /** Text that a file without allowances lacks. */
    static final String MARK = "ipclint:";

    boolean covers(Finding finding) {
        SourceRange place = finding.at();
        // the last line too: that is where a formatter leaves the comment of a call that spans lines
        return rule.equals(finding.rule().id())
                && at.path().equals(place.path())
                && (includes(place.line()) || includes(place.endLine()));
    }

    private boolean includes(int line) {
        return firstLine <= line && line <= lastLine;
    }

    /** All allowances of a file in the order of the text. */
    static List<Allowance> in(LexedSource source) {
        List<Allowance> found = new ArrayList<>();
        for (Span comment : source.comments()) {
            Matcher directive = COMMENT.matcher(body(source, comment));
            if (directive.matches()) {
                addComment(source, comment, directive, found);
            }
        }
        if (source.path().endsWith(".java")) {
            Matcher annotation = ANNOTATION.matcher(source.code());
            while (annotation.find()) {
                addAnnotation(source, annotation.end() - 1, found);
            }
        }
        found.sort((a, b) -> a.at.compareTo(b.at));
        return found;
    }

    private static void addComment(LexedSource source, Span comment, Matcher directive, List<Allowance> into) {
        SourceRange at = source.range(comment);
        int first = at.line();
        int last = at.endLine();
        if (source.standsAlone(comment)) {
            first = last = lineBelow(source, last);
        }
        add(directive.group(1), reason(directive.group(2)), at, first, last, into);
    }

    /** The first line after this one that holds more than a comment, so that allowances can be stacked. */
    private static int lineBelow(LexedSource source, int line) {
        int below = line + 1;
        while (below < source.lineCount()
                && source.line(source.code(), below).isBlank()
                && !source.line(source.text(), below).isBlank()) {
            below++;
        }
        return below;
    }

    private static void addAnnotation(LexedSource source, int open, List<Allowance> into) {
        int close = Declaration.closing(source.code(), open);
        int first = source.line(open);
        int last = source.line(Declaration.end(source.code(), close + 1));
        for (Span literal : source.literals()) {
            if (literal.start() < open || literal.end() > close) {
                continue;
            }
            Matcher directive = STRING.matcher(source.text().substring(literal.start() + 1, literal.end() - 1));
            if (directive.matches()) {
                String reason = reason(directive.group(2));
                add(directive.group(1), reason.isEmpty() ? remark(source, close) : reason, source.range(literal), first, last, into);
            }
        }
    }

    /** The comment behind an annotation: the other place where a reason can stand. */
    private static String remark(LexedSource source, int close) {
        return source.comments().stream()
                .filter(comment -> comment.start() > close && source.line(comment.start()) == source.line(close))
                .map(comment -> reason(body(source, comment)))
                .findFirst()
                .orElse("");
    }

    private static void add(@Nullable String rules, String reason, SourceRange at, int first, int last, List<Allowance> into) {
        Arrays.stream(rules == null ? new String[] {""} : rules.split(","))
                .forEach(rule -> into.add(new Allowance(rule, reason, at, first, last)));
    }

    private static String body(LexedSource source, Span comment) {
        String text = source.text().substring(comment.start(), comment.end());
        return text.replaceFirst("^/[/*]+!?[\\s*]*", "").replaceFirst("\\s*\\*+/$", "").strip();
    }

    private static String reason(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").replaceAll("\\s*\\R[\\s*/]*", " ").replaceFirst("^[\\s:,\\-\u2013\u2014]+", "").strip();
    }
}
