package io.github.ipclint.plugin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.apache.maven.doxia.sink.Sink;

/** The page of a site: verdict, counts, drawings and a table, each finding a link to the audit report. */
final class SitePage {
    private static final List<String> COLUMNS = List.of("Level", "Finding", "Where", "Rule");

    private SitePage() {}

    /** @param auditPage its name in the same folder */
    static void write(String summary, String auditPage, Sink sink) {
        JsonObject run = JsonParser.parseString(summary).getAsJsonObject();
        sink.head();
        sink.title();
        sink.text("IPC audit");
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text("IPC audit: " + text(run, "verdict") + ", " + text(run, "counts"));
        sink.sectionTitle1_();
        sink.paragraph();
        sink.text(text(run, "coverage") + ". ");
        link(auditPage, "The audit report", sink);
        sink.text(" has the paths, the sources and what to write instead.");
        sink.paragraph_();
        // our own drawing, made by the analyzer, which escapes all that comes from sources; it has no ids that could clash
        run.getAsJsonArray("maps").forEach(map -> sink.rawText(map.getAsString()));
        if (!run.getAsJsonArray("findings").isEmpty()) {
            table(run, auditPage, sink);
        }
        sink.section1_();
        sink.body_();
        sink.flush();
        sink.close();
    }

    private static void table(JsonObject run, String auditPage, Sink sink) {
        sink.table();
        sink.tableRows(null, false);
        sink.tableRow();
        COLUMNS.forEach(column -> {
            sink.tableHeaderCell();
            sink.text(column);
            sink.tableHeaderCell_();
        });
        sink.tableRow_();
        for (JsonElement element : run.getAsJsonArray("findings")) {
            JsonObject finding = element.getAsJsonObject();
            sink.tableRow();
            cell(text(finding, "level"), sink);
            sink.tableCell();
            link(auditPage + "#" + text(finding, "anchor"), text(finding, "message"), sink);
            sink.tableCell_();
            cell(text(finding, "place"), sink);
            cell(text(finding, "rule"), sink);
            sink.tableRow_();
        }
        sink.tableRows_();
        sink.table_();
    }

    private static void cell(String text, Sink sink) {
        sink.tableCell();
        sink.text(text);
        sink.tableCell_();
    }

    private static void link(String address, String text, Sink sink) {
        sink.link("./" + address);
        sink.text(text);
        sink.link_();
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }
}
