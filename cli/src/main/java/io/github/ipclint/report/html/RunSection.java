package io.github.ipclint.report.html;

import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.report.MarkupTree;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the report came about. */
final class RunSection implements Section {
    /** Changes when a rule comes, goes, or is said to find something else. */
    private static String ruleSet(List<RuleInfo> rules) {
        String digest = PageAssets.hash(rules.stream().map(RuleInfo::toString).collect(Collectors.joining("\n")));
        return Texts.count("count.rule", rules.size()) + ", " + digest.replace("'", "");
    }

    @Override
    public void write(MarkupTree html, Page page) throws IOException {
        Section.headed(html, "run", () -> {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(Texts.text("run.tool"), "ipclint " + page.options().version());
            values.put(Texts.text("run.rules"), ruleSet(page.result().rules()));
            values.put(Texts.text("run.failOn"), page.options().failOn().map(level -> level.word()).orElse(Texts.text("run.never")));
            page.options().run().values().forEach((key, value) -> values.put(Texts.text("run." + key), value));
            values.put(Texts.text("run.date"), page.options().run().date().orElse(Texts.text("run.noDate")));
            html.block("table", () -> {
                html.leaf("caption", Texts.text("run.caption"));
                for (Map.Entry<String, String> value : values.entrySet()) {
                    html.block("tr", () -> {
                        html.leaf("th", value.getKey(), "scope", "row");
                        html.leaf("td", value.getValue());
                    });
                }
            }, "class", "wide");
        });
    }
}
