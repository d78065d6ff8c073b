package io.github.ipclint.report.html;

import io.github.ipclint.finding.Coverage;
import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.report.MarkupTree;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.Summary;
import io.github.ipclint.report.Summary.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The first thing on the page: one sentence, counts, and the way to the rest. */
final class VerdictSection implements Section {
    private static final List<String> CONTENTS = List.of("map", "findings", "coverage", CostSection.ID, "permissions", "rules", "run");

    private static final int LONGEST_HEADING = 150;

    @Override
    public void write(MarkupTree html, Page page) throws IOException {
        Icons.define(html);
        Summary summary = page.summary();
        Verdict verdict = summary.verdict();
        html.block("header", () -> {
            html.block("p", () -> {
                Icons.icon(html, icon(verdict));
                html.text(" ");
                html.span("b", verdict.name());
                html.text(" ");
                html.span("span", Texts.text("page.tool", page.options().version()), "class", "tool");
            }, "class", "state");
            html.inline("h1", () -> sentence(html, page));
            html.constant("\n");
            html.block("p", () -> chips(html, page), "class", "chips");
            html.leaf("p", scale(page), "class", "scale");
            html.block("nav", () -> {
                for (String id : CONTENTS) {
                    if (!id.equals(CostSection.ID) || page.options().costs().isPresent()) {
                        html.leaf("a", Texts.text(id + ".title"), "href", "#" + id);
                    }
                }
            }, "aria-label", Texts.text("page.contents"));
        }, "class", "verdict " + (page.cards().isEmpty() || verdict != Verdict.PASS ? verdict.name().toLowerCase(Locale.ROOT) : "mixed"));
    }

    private static String icon(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case FAIL -> "error";
            case INCOMPLETE -> "warning";
        };
    }

    private static void sentence(MarkupTree html, Page page) throws IOException {
        Summary summary = page.summary();
        if (summary.since().isPresent() && summary.since().get().fresh() == 0 && !page.cards().isEmpty()) {
            html.text(Texts.count("verdict.nothingNew", page.cards().size()));
            return;
        }
        if (!page.cards().isEmpty()) {
            Finding first = page.cards().getFirst().finding();
            String counts = summary.since().map(since -> Texts.count("verdict.fresh", since.fresh())).orElse(summary.counts());
            html.text((page.cards().size() == 1 ? counts + ":" : Texts.text("verdict.first", counts)) + " ");
            Prose.write(html, first.message().length() <= LONGEST_HEADING ? first.message() : Prose.clause(first.message()));
            html.text(" (");
            html.span("code", SourceText.place(first.at()));
            html.text(")");
            return;
        }
        if (page.result().coverage().files() == 0) {
            html.text(Texts.text("verdict.empty"));
            return;
        }
        html.text(summary.verdict() == Verdict.INCOMPLETE ? Texts.text("verdict.incomplete") : Texts.text("verdict.pass"));
    }

    private static void chips(MarkupTree html, Page page) throws IOException {
        Summary summary = page.summary();
        chip(html, Level.ERROR, summary.errors());
        chip(html, Level.WARNING, summary.warnings());
        chip(html, Level.NOTE, summary.notes());
        long confirmed = EvidenceBlock.count(page.result().confirmation(), Evidence.Verdict.CONFIRMED);
        if (confirmed > 0) {
            html.leaf("a", Texts.text("verdict.confirmed", confirmed), "class", "chip", "href", "#findings");
        }
        if (summary.since().isPresent()) {
            html.leaf("a", Texts.text("verdict.new", summary.since().get().fresh()), "class", "chip", "href", "#findings");
            html.leaf("a", Texts.text("verdict.known", summary.since().get().known()), "class", "chip", "href", "#permissions");
            html.leaf("a", Texts.text("verdict.fixed", summary.since().get().fixed()), "class", "chip", "href", "#permissions");
        }
        html.leaf("a", Texts.text("verdict.allowed", summary.suppressed()), "class", "chip", "href", "#permissions");
        html.leaf("a", completeness(page), "class",
                summary.incomplete() ? "chip partial" : "chip", "href", "#coverage");
    }

    /** Whether everything was analysed; where that is a matter of degree, to which. */
    private static String completeness(Page page) {
        Coverage coverage = page.result().coverage();
        return coverage.functionsCut() > 0 ? Texts.text("verdict.cut", coverage.functionsCut(), coverage.functionsAnalysed())
                : Texts.text(page.summary().incomplete() ? "verdict.notAll" : "verdict.all");
    }

    private static void chip(MarkupTree html, Level level, long count) throws IOException {
        html.inline("a", () -> {
            Icons.icon(html, level.word());
            html.text(" " + Texts.count("count." + level.word(), count));
        }, "class", "chip " + (count == 0 ? "none" : level.word()), "href", "#findings");
        html.constant("\n");
    }

    private static String scale(Page page) {
        var system = page.result().system();
        long processes = system.programs().stream().mapToLong(program -> program.processes().size()).sum();
        long programs = system.programs().stream().filter(Page::isMain).count();
        long others = system.programs().size() - programs;
        String roots = Texts.count("count.program", programs) + (others == 0 ? "" : ", " + Texts.count("count.uncalled", others));
        return Texts.text(
                "verdict.scale", roots, Texts.count("count.process", processes),
                Texts.count("count.channel", system.channels().size()), Texts.count("count.function",
                        page.result().coverage().functionsAnalysed()),
                Texts.count("count.rule", page.result().rules().size()));
    }
}
