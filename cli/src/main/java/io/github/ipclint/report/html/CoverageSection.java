package io.github.ipclint.report.html;

import io.github.ipclint.finding.Coverage;
import io.github.ipclint.finding.Coverage.PartialFunction;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.Notice;
import io.github.ipclint.report.MarkupTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was analysed, what was not, and why. */
final class CoverageSection implements Section {
    /** Longer lists of names are folded. */
    private static final int FOLDED_FROM = 12;

    @Override
    public void write(MarkupTree html, Page page) throws IOException {
        Section.headed(html, "coverage", () -> {
            html.leaf("p", page.result().coverage().files() == 0 ? Texts.text("verdict.empty")
                    : page.summary().incomplete() ? Texts.text("coverage.partial", gaps(page)) : Texts.text("coverage.complete"));
            html.leaf("p", EvidenceBlock.summary(page.result().confirmation()));
            figures(html, page.result().coverage());
            partial(html, "coverage.incompleteNames", page.result().coverage().incomplete());
            partial(html, "coverage.cutNames", page.result().coverage().cut());
            List<Notice> notices = page.result().notices();
            if (!notices.isEmpty()) {
                html.leaf("h3", Texts.text("coverage.notices"));
                html.block("ul", () -> {
                    for (Notice notice : notices) {
                        notice(html, page, notice);
                    }
                });
            }
        });
    }

    /** By file, for a big project has many of them. */
    private static void partial(MarkupTree html, String title, List<PartialFunction> functions) throws IOException {
        if (functions.isEmpty()) {
            return;
        }
        Map<String, List<PartialFunction>> byFile =
                functions.stream().collect(Collectors.groupingBy(function -> function.at().path(), TreeMap::new, Collectors.toList()));
        html.block("details", () -> {
            html.leaf("summary", Texts.text(title));
            html.block("ul", () -> {
                for (Map.Entry<String, List<PartialFunction>> file : byFile.entrySet()) {
                    html.inline("li", () -> {
                        html.span("code", file.getKey());
                        html.text(": " + file.getValue().stream().map(function -> function.name() + " (" + function.at().line() + ")")
                                .collect(Collectors.joining(", ")));
                    });
                    html.constant("\n");
                }
            });
        }, functions.size() > FOLDED_FROM ? new String[] {} : new String[] {"open", ""});
    }

    /** What is missing, in a few words. */
    private static String gaps(Page page) {
        Coverage coverage = page.result().coverage();
        long unread = page.result().notices().stream()
                .filter(notice -> notice.level().atLeast(Level.WARNING)).map(notice -> notice.at().path()).distinct().count();
        return Stream.of(gap("coverage.unread", unread), gap("coverage.around", coverage.functionsIncomplete()),
                gap("coverage.bound", coverage.functionsCut())).flatMap(Optional::stream).collect(Collectors.joining(", "));
    }

    private static Optional<String> gap(String key, long count) {
        return count == 0 ? Optional.empty() : Optional.of(Texts.count(key, count));
    }

    private static void notice(MarkupTree html, Page page, Notice notice) throws IOException {
        html.inline("li", () -> {
            page.links().write(html, notice.at());
            html.text(notice.at().path().isEmpty() ? "" : ": ");
            Prose.write(html, notice.message());
            html.text(notice.level() == Level.NOTE ? "" : " " + Texts.text("coverage.consequence"));
        });
        html.constant("\n");
    }

    private static void figures(MarkupTree html, Coverage coverage) throws IOException {
        html.block("table", () -> {
            html.leaf("caption", Texts.text("coverage.caption"));
            figure(html, "files", coverage.files());
            part(html, "filesParsed", coverage.filesParsed());
            figure(html, "lines", coverage.lines());
            figure(html, "functions", coverage.functions());
            part(html, "analysed", coverage.functionsAnalysed());
            part(html, "irrelevant", coverage.functionsIrrelevant());
            part(html, "incomplete", coverage.functionsIncomplete());
            part(html, "cut", coverage.functionsCut());
        }, "class", "figures");
    }

    private static void figure(MarkupTree html, String name, long number) throws IOException {
        html.block("tr", () -> cells(html, name, number));
    }

    /** A figure that is contained in the one before. */
    private static void part(MarkupTree html, String name, long number) throws IOException {
        html.block("tr", () -> cells(html, name, number), "class", "part");
    }

    private static void cells(MarkupTree html, String name, long number) throws IOException {
        html.leaf("th", Texts.text("coverage." + name), "scope", "row");
        html.leaf("td", String.valueOf(number), "class", "num");
        html.leaf("td", Texts.text("coverage." + name + "Why"));
    }
}
