package io.github.ipclint.report.html;

import io.github.ipclint.report.Costs;
import io.github.ipclint.report.Costs.Estimate;
import io.github.ipclint.report.Costs.Placement;
import io.github.ipclint.report.Costs.Row;
import io.github.ipclint.report.MarkupTree;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Round trips on a logarithmic axis of nanoseconds: a dot for the median, a bar for its interval, a line up to the 99th percentile.
 * Horizontal places are shares of the width, so that one drawing without scripts fits every page and its texts keep their size.
 *
 * @param first power of ten at which the axis begins
 * @param last power of ten at which it ends
 */
record CostChart(int first, int last) {
    private static final String INK = "#1b1d20";
    private static final String PALE = "#d5d8dc";
    private static final String MIDDLE = "#585d64";
    private static final String PAPER = "#ffffff";
    private static final int ROW = 38;
    private static final int TRACK = 24;
    private static final int AXIS = 22;
    /** Room for a dot at both ends, in thousandths of the width. */
    private static final int MARGIN = 12;

    static CostChart scaledTo(List<Row> rows) {
        LongSummaryStatistics all = rows.stream().flatMap(row -> row.p50().stream()).flatMapToLong(
                it -> LongStream.of(it.low(), it.high())).summaryStatistics();
        long highest = rows.stream().flatMap(row -> row.p99().stream()).mapToLong(Estimate::value).reduce(all.getMax(), Math::max);
        if (all.getCount() == 0) {
            return new CostChart(0, 1);
        }
        int first = (int) Math.floor(StrictMath.log10(all.getMin()));
        return new CostChart(first, Math.max(first + 1, (int) Math.ceil(StrictMath.log10(highest))));
    }

    void write(MarkupTree html, List<Row> rows, Placement placement, Costs costs) throws IOException {
        String where = placement.here() == placement.there()
                ? Texts.text("cost.same", placement.name(), placement.here())
                : Texts.text("cost.apart", placement.name(), placement.here(), placement.there());
        LongSummaryStatistics samples =
                rows.stream().filter(row -> row.p50().isPresent()).mapToLong(Row::samples).summaryStatistics();
        html.block("figure", () -> {
            html.inline("figcaption", () -> {
                html.span("b", where);
                html.text(" " + Texts.text("cost.n", samples.getCount() == 0 ? "0" : CostFigures.amount(samples.getMin()),
                        CostFigures.amount(Math.max(0, samples.getMax())), CostSection.where(costs)));
            });
            html.constant("\n");
            String height = String.valueOf(rows.size() * ROW + AXIS);
            html.block("svg", () -> drawing(html, rows), "width", "100%", "height", height, "role", "img", "aria-label",
                    Texts.text("cost.drawing", where), "font-family", "system-ui,sans-serif", "font-size", "12", "fill", INK);
        }, "class", "chart");
    }

    private void drawing(MarkupTree svg, List<Row> rows) throws IOException {
        int bottom = rows.size() * ROW + 4;
        for (int power = first; power <= last; power++) {
            String x = percent(along(power));
            line(svg, x, x, 0, bottom, PALE, "grid");
            String anchor = power == first ? "start" : power == last ? "end" : "middle";
            text(svg, power == first ? tick(power) + " ns" : tick(power), power == first ? "0" : power == last ? "100%" : x, bottom + 14,
                    anchor, "quiet");
        }
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), i * ROW);
        }
    }

    private void row(MarkupTree svg, Row row, int y) throws IOException {
        text(svg, row.medium(), "0", y + 13, "", "over");
        Optional<Estimate> p50 = row.p50();
        if (p50.isEmpty()) {
            text(svg, row.remark(), "100%", y + 13, "end", "over");
            return;
        }
        text(svg, CostFigures.nanoseconds(p50.get().value()), "100%", y + 13, "end", "over");
        int track = y + TRACK;
        if (row.p99().isPresent()) {
            String end = place(row.p99().get().value());
            line(svg, place(p50.get().value()), end, track, track, MIDDLE, "whisker");
            line(svg, end, end, track - 5, track + 5, MIDDLE, "whisker");
        }
        Optional<Costs.Interval> interval = p50.get().interval();
        if (interval.isPresent()) {
            svg.empty("line", "x1", place(interval.get().low()), "x2", place(interval.get().high()), "y1", String.valueOf(track), "y2",
                    String.valueOf(track), "stroke", MIDDLE, "stroke-width", "8", "class", "interval");
        }
        svg.empty("circle", "cx", place(p50.get().value()), "cy", String.valueOf(track), "r", "4", "class", "dot");
    }

    private static void line(MarkupTree svg, String x1, String x2, int y1, int y2, String stroke, String kind) throws IOException {
        svg.empty("line", "x1", x1, "x2", x2, "y1", String.valueOf(y1), "y2", String.valueOf(y2), "stroke", stroke, "class", kind);
    }

    /** Written over what it crosses. */
    private static void text(MarkupTree svg, String text, String x, int y, String anchor, String kind) throws IOException {
        svg.leaf("text", text, "x", x, "y", String.valueOf(y), "text-anchor", anchor, "stroke", PAPER, "stroke-width", "4", "paint-order",
                "stroke", "class", kind);
    }

    /** Short enough for all of them to fit a phone. */
    private static String tick(int power) {
        String unit = power < 3 ? "" : power < 6 ? "k" : power < 9 ? "M" : "G";
        return Math.round(StrictMath.pow(10, Math.floorMod(power, 3))) + unit;
    }

    private String place(long nanoseconds) {
        return percent(along(StrictMath.log10(nanoseconds)));
    }

    /** In thousandths of the width. */
    private long along(double power) {
        return MARGIN + Math.round((1000 - 2 * MARGIN) * (power - first) / (last - first));
    }

    private static String percent(long thousandths) {
        return String.format(Locale.ROOT, "%d.%d%%", thousandths / 10, thousandths % 10);
    }
}
