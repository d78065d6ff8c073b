package io.github.ipclint.report.html;

import io.github.ipclint.report.Costs;
import io.github.ipclint.report.Costs.Row;
import io.github.ipclint.report.MarkupTree;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What messages and mistakes cost on a machine where that was measured; no section where no such file was given. */
final class CostSection implements Section {
    static final String ID = "cost";

    /** The size of a short message, which every measurement has; it is shown in the open. */
    private static final int SHORT = 64;

    @Override
    public void write(MarkupTree html, Page page) throws IOException {
        Optional<Costs> costs = page.options().costs();
        if (costs.isPresent()) {
            Section.headed(html, ID, () -> content(html, page, costs.get()));
        }
    }

    private static void content(MarkupTree html, Page page, Costs costs) throws IOException {
        html.inline("p", () -> {
            if (costs.setting().quick()) {
                html.span("b", Texts.text("cost.quick"));
                html.text(" ");
            }
            html.text(Texts.text("cost.intro", where(costs), Texts.count("cost.pair", costs.setting().pairs())));
        });
        html.constant("\n");
        if (!costs.mistakes().isEmpty()) {
            html.leaf("h3", Texts.text("cost.mistakes"));
            CostBar.all(html, page, costs);
        }
        Map<Integer, List<Row>> sizes = bySize(costs.rows());
        if (sizes.isEmpty()) {
            return;
        }
        html.leaf("h3", Texts.text("cost.messages"));
        html.leaf("p", Texts.text(costs.setting().quick() ? "cost.keyQuick" : "cost.key"));
        int shown = shown(sizes);
        for (Map.Entry<Integer, List<Row>> size : sizes.entrySet()) {
            html.block("details", () -> {
                html.leaf("summary", CostFigures.size(size.getKey()));
                charts(html, costs, size.getValue());
            }, size.getKey() == shown ? new String[] {"class", "more", "open", ""} : new String[] {"class", "more"});
        }
    }

    /** What every chart has to say of its circumstances. */
    static String where(Costs costs) {
        Costs.Setting setting = costs.setting();
        return Texts.text("cost.where", setting.kernel(), setting.processor(), Texts.count("cost.processor", setting.processors()),
                setting.load().map(load -> Texts.text("cost.load", CostFigures.amount(load))).orElse(""));
    }

    private static int shown(Map<Integer, List<Row>> sizes) {
        return sizes.containsKey(SHORT) ? SHORT : sizes.keySet().iterator().next();
    }

    /** Media that know one size only are shown with the short messages of the others. */
    private static Map<Integer, List<Row>> bySize(List<Row> rows) {
        Map<String, Long> sizes = rows.stream().collect(Collectors.groupingBy(Row::medium,
                Collectors.collectingAndThen(Collectors.toSet(), same -> same.stream().map(Row::bytes).distinct().count())));
        boolean hasShort = rows.stream().anyMatch(row -> row.bytes() == SHORT);
        return rows.stream().collect(Collectors.groupingBy(
                row -> hasShort && sizes.getOrDefault(row.medium(), 0L) == 1 ? SHORT : row.bytes(), TreeMap::new, Collectors.toList()));
    }

    /** One chart for each placement, all on one scale, and below them everything in numbers. */
    private static void charts(MarkupTree html, Costs costs, List<Row> rows) throws IOException {
        CostChart chart = CostChart.scaledTo(rows);
        Map<Costs.Placement, List<Row>> placements =
                rows.stream().collect(Collectors.groupingBy(Row::placement, LinkedHashMap::new, Collectors.toList()));
        html.block("div", () -> {
            for (Map.Entry<Costs.Placement, List<Row>> placement : placements.entrySet()) {
                chart.write(html, placement.getValue(), placement.getKey(), costs);
            }
        }, "class", "pair");
        html.block("details", () -> {
            html.leaf("summary", Texts.text("cost.numbers"));
            table(html, rows, costs.setting().quick());
        });
    }

    private static void table(MarkupTree html, List<Row> rows, boolean quick) throws IOException {
        html.block("table", () -> {
            html.leaf("caption", Texts.text("cost.times"));
            html.block("tr", () -> {
                for (String name : quick ? List.of("medium", "bytes", "placement", "samples", "p50", "p99")
                        : List.of("medium", "bytes", "placement", "samples", "p50", "interval", "p99")) {
                    html.leaf("th", Texts.text("cost.column." + name), "scope", "col");
                }
            });
            for (Row row : rows) {
                html.block("tr", () -> row(html, row, quick));
            }
        }, "class", "wide costs");
    }

    private static void row(MarkupTree html, Row row, boolean quick) throws IOException {
        html.leaf("th", row.medium(), "scope", "row");
        html.leaf("td", CostFigures.size(row.bytes()));
        html.leaf("td", row.placement().name());
        html.leaf("td", Texts.text("cost.samples", CostFigures.amount(row.samples())));
        html.leaf("td", row.p50().map(it -> Texts.text("cost.p50", CostFigures.nanoseconds(it.value()))).orElse(row.remark()));
        if (!quick) {
            html.leaf("td", row.p50().flatMap(Costs.Estimate::interval)
                    .map(it -> Texts.text("cost.interval", CostFigures.amount(it.low()), CostFigures.nanoseconds(it.high()))).orElse(""));
        }
        html.leaf("td", row.p99().map(it -> Texts.text("cost.p99", CostFigures.nanoseconds(it.value())))
                .orElse(row.p50().isPresent() ? Texts.text("cost.few") : ""));
    }
}
