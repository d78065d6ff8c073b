package io.github.ipclint.report.sarif;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.ipclint.finding.Fingerprint;
import io.github.ipclint.report.Baseline;
import io.github.ipclint.report.Baseline.Known;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads an earlier SARIF report of ours as a baseline. What does not fit is an error: a baseline that is not read hides nothing. */
public final class SarifBaseline {
    /** Why a file is no baseline. */
    public static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1;

        UnusableException(String reason) {
            super(reason);
        }
    }

    private final Map<String, Known> open = new LinkedHashMap<>();
    private final Set<String> allowed = new HashSet<>();

    private SarifBaseline() {}

    /** @throws UnusableException when the file is not a SARIF report that this version of ipclint can compare with */
    public static Baseline read(Path file) throws IOException, UnusableException {
        return parse(Files.readString(file));
    }

    static Baseline parse(String sarif) throws UnusableException {
        SarifBaseline baseline = new SarifBaseline();
        try {
            List<JsonObject> runs = objects(object(JsonParser.parseString(sarif)), "runs").stream().filter(SarifBaseline::isOurs).toList();
            if (runs.isEmpty()) {
                throw new UnusableException("it holds no run of ipclint");
            }
            for (JsonObject run : runs) {
                for (JsonObject result : objects(run, "results")) {
                    baseline.add(result);
                }
            }
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw new UnusableException("it is not SARIF");
        }
        return new Baseline(baseline.open, baseline.allowed);
    }

    private static boolean isOurs(JsonObject run) {
        return text(member(member(run, "tool"), "driver"), "name").equals("ipclint");
    }

    private void add(JsonObject result) throws UnusableException {
        if (text(result, "baselineState").equals("absent")) {
            return;
        }
        String fingerprint = text(member(result, "partialFingerprints"), Fingerprint.SCHEME);
        if (fingerprint.isEmpty()) {
            throw new UnusableException("a result has no fingerprint '" + Fingerprint.SCHEME + "'; make the file anew with this version");
        }
        List<JsonObject> suppressions = objects(result, "suppressions");
        if (suppressions.stream().anyMatch(suppression -> text(suppression, "kind").equals("inSource"))) {
            allowed.add(fingerprint);
            return;
        }
        String reason = suppressions.stream().map(suppression -> text(suppression, "justification")).filter(text -> !text.isEmpty())
                .findFirst().orElse("");
        open.put(fingerprint, new Known(text(result, "ruleId"), text(result, "level"), place(result),
                text(member(result, "message"), "text"), reason));
    }

    private static String place(JsonObject result) {
        List<JsonObject> locations = objects(result, "locations");
        if (locations.isEmpty()) {
            return "";
        }
        JsonObject physical = member(locations.getFirst(), "physicalLocation");
        String uri = text(member(physical, "artifactLocation"), "uri");
        String line = text(member(physical, "region"), "startLine");
        return decoded(uri) + (line.isEmpty() ? "" : ":" + line);
    }

    private static String decoded(String uri) {
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }

    private static JsonObject object(JsonElement element) {
        return element.getAsJsonObject();
    }

    /** An empty object where there is none. */
    private static JsonObject member(JsonObject parent, String name) {
        JsonElement element = parent.get(name);
        return element == null ? new JsonObject() : element.getAsJsonObject();
    }

    private static List<JsonObject> objects(JsonObject parent, String name) {
        JsonElement element = parent.get(name);
        JsonArray array = element == null ? new JsonArray() : element.getAsJsonArray();
        return StreamSupport.stream(array.spliterator(), false).map(SarifBaseline::object).toList();
    }

    /** Empty where there is none. */
    private static String text(JsonObject parent, String name) {
        JsonElement element = parent.get(name);
        return element == null ? "" : element.getAsString();
    }
}
