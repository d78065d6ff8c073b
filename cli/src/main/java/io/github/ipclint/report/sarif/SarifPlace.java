package io.github.ipclint.report.sarif;

import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.JsonTree;
import io.github.ipclint.report.SourceText;
import io.github.ipclint.report.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Locations in SARIF: paths as relative references, regions in UTF-16 units. */
final class SarifPlace {
    /** Stands for the folder that paths are relative to; its place on this machine is nobody's business. */
    static final String BASE_ID = "%SRCROOT%";

    private static final int CONTEXT_LINES = 3;
    private static final int CONTEXT_CHARACTERS = 4_000;
    private static final String UNRESERVED = "-._~/";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private SarifPlace() {}

    /** The member {@code physicalLocation}; nothing when the range stands for no source text. */
    static void physicalLocation(JsonTree json, SourceRange at) throws IOException {
        if (!at.path().isEmpty()) {
            json.object("physicalLocation", () -> artifactAndRegion(json, at));
        }
    }

    /** The same with the lines around it, for readers who don't have the sources. */
    static void physicalLocationInContext(JsonTree json, SourceRange at, SourceText sources) throws IOException {
        if (at.path().isEmpty()) {
            return;
        }
        json.object("physicalLocation", () -> {
            artifactAndRegion(json, at);
            List<String> lines = sources.lines(at.path());
            int first = Math.max(1, at.line() - CONTEXT_LINES);
            int last = Math.min(lines.size(), Math.max(at.line(), at.endLine()) + CONTEXT_LINES);
            if (at.line() < 1 || at.line() > lines.size() || at.endLine() > lines.size()) {
                return;
            }
            String text = String.join("\n", lines.subList(first - 1, last));
            if (text.length() <= CONTEXT_CHARACTERS) {
                json.object("contextRegion", () -> {
                    json.field("startLine", first);
                    json.field("endLine", last);
                    json.object("snippet", () -> json.field("text", text));
                });
            }
        });
    }

    private static void artifactAndRegion(JsonTree json, SourceRange at) throws IOException {
        json.object("artifactLocation", () -> {
            json.field("uri", uri(at.path()));
            json.field("uriBaseId", BASE_ID);
        });
        if (at.line() < 1) {
            return;
        }
        json.object("region", () -> {
            int startColumn = Math.max(1, at.column());
            int endLine = Math.max(at.line(), at.endLine());
            json.field("startLine", at.line());
            json.field("startColumn", startColumn);
            json.field("endLine", endLine);
            json.field("endColumn", endLine == at.line() ? Math.max(startColumn, at.endColumn()) : Math.max(1, at.endColumn()));
        });
    }

    /** RFC 3986: everything but unreserved characters is percent-encoded, also the colon that could pass for a scheme. */
    static String uri(String path) {
        StringBuilder out = new StringBuilder(path.length() + 16);
        for (byte each : VisibleText.wellFormed(path).getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > 0 && (Character.isLetterOrDigit(each) || UNRESERVED.indexOf(each) >= 0);
            if (plain) {
                out.append((char) each);
            } else {
                out.append('%').append(HEX.toHexDigits(each));
            }
        }
        return out.toString();
    }
}
