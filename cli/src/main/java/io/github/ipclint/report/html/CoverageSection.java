package io.github.ipclint.report.html;

import io.github.ipclint.finding.Coverage;
import io.github.ipclint.finding.Coverage.CutFunction;
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
    @Override
    public void write(MarkupTree html, Page page) throws IOException {
        Section.headed(html, "coverage", () -> {
            html.leaf("p", page.result().coverage().files() == 0 ? Texts.text("verdict.empty")
                    : page.summary().incomplete() ? Texts.text("coverage.partial", gaps(page)) : Texts.text("coverage.complete"));
            html.leaf("p", EvidenceBlock.summary(page.result().confirmation()));
            figures(html, page.result().coverage());
            if (!page.result().coverage().cut().isEmpty()) {
                cutFunctions(html, page.result().coverage().cut());
            }
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
    private static void cutFunctions(MarkupTree html, List<CutFunction> cut) throws IOException {
        Map<String, List<CutFunction>> byFile =
                cut.stream().collect(Collectors.groupingBy(function -> function.at().path(), TreeMap::new, Collectors.toList()));
        html.block("details", () -> {
            html.leaf("summary", Texts.text("coverage.cutNames"));
            html.block("ul", () -> {
                for (Map.Entry<String, List<CutFunction>> file : byFile.entrySet()) {
                    html.inline("li", () -> {
                        html.span("code", file.getKey());
                        html.text(": " + file.getValue().stream().map(function -> function.name() + " (" + function.at().line() + ")")
                                .collect(Collectors.joining(", ")));
                    });
                    html.constant("\n");
                }
            });
        });
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
            Icons.level(html, notice.level());
            html.text(" ");
            Prose.write(html, notice.message());
            html.text(" ");
            page.links().write(html, notice.at());
            html.text(notice.level() == Level.NOTE ? "" : " " + Texts.text("coverage.consequence"));
        });
        html.constant("\n");
    }

    private static void figures(MarkupTree html, Coverage coverage) throws IOException {
        html.block("table", () -> {
            html.leaf("caption", Texts.text("coverage.caption"));
            figure(html, "coverage.files", coverage.files(), "coverage.filesWhy");
            figure(html, "coverage.filesParsed", coverage.filesParsed(), "coverage.filesParsedWhy");
            figure(html, "coverage.lines", coverage.lines(), "coverage.linesWhy");
            figure(html, "coverage.functions", coverage.functions(), "coverage.functionsWhy");
            figure(html, "coverage.analysed", coverage.functionsAnalysed(), "coverage.analysedWhy");
            figure(html, "coverage.irrelevant", coverage.functionsIrrelevant(), "coverage.irrelevantWhy");
            figure(html, "coverage.incomplete", coverage.functionsIncomplete(), "coverage.incompleteWhy");
            figure(html, "coverage.cut", coverage.functionsCut(), "coverage.cutWhy");
        }, "class", "figures");
    }

    private static void figure(MarkupTree html, String name, long number, String why) throws IOException {
        html.block("tr", () -> {
            html.leaf("th", Texts.text(name), "scope", "row");
            html.leaf("td", String.valueOf(number), "class", "num");
            html.leaf("td", Texts.text(why));
        });
    }
}
