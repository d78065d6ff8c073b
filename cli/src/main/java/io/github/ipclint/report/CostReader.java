package io.github.ipclint.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.ipclint.report.Costs.Estimate;
import io.github.ipclint.report.Costs.Interval;
import io.github.ipclint.report.Costs.Mistake;
import io.github.ipclint.report.Costs.Placement;
import io.github.ipclint.report.Costs.Row;
import io.github.ipclint.report.Costs.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@code ipclint probe cost --json} has written, as {@code cost.schema.json} describes it. A figure without its circumstances is
 * an error, not a figure.
 */
public final class CostReader {
    /** What a file of costs says that it is. */
    public static final String FORMAT = "ipclint-cost";

    public static final int VERSION = 1;

    /** Why a file holds no costs. */
    public static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1;

        UnusableException(String reason) {
            super(reason);
        }
    }

    private CostReader() {}

    /** @throws UnusableException when the file is not of that format, or something that a figure needs is missing in it */
    public static Costs read(Path file) throws IOException, UnusableException {
        return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    static Costs parse(String text) throws UnusableException {
        try {
            JsonElement root = JsonParser.parseString(text);
            if (!root.isJsonObject() || !text(root.getAsJsonObject(), "format").equals(FORMAT)) {
                throw new UnusableException("its format is not " + FORMAT);
            }
            JsonObject json = root.getAsJsonObject();
            if (positive(json, "formatVersion") != VERSION) {
                throw new UnusableException("it is of another version of that format");
            }
            return costs(json);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | ClassCastException
                | NumberFormatException e) {
            throw new UnusableException("it is not JSON, or has members of another kind than its format says");
        }
    }

    private static Costs costs(JsonObject json) throws UnusableException {
        boolean quick = json.has("quick") && json.get("quick").getAsBoolean();
        Optional<Double> load = json.has("load") ? Optional.of(amount(json, "load")) : Optional.empty();
        Setting setting = new Setting(text(json, "kernel"), text(json, "processor"), (int) positive(json, "processors"), load, quick,
                (int) positive(json, "pairs"));
        Map<String, Placement> placements = new LinkedHashMap<>();
        for (JsonObject it : objects(json, "placements")) {
            String name = text(it, "name");
            placements.put(name, new Placement(name, (int) amount(it, "here"), (int) amount(it, "there")));
        }
        List<Row> rows = new ArrayList<>();
        for (JsonObject it : objects(json, "rows")) {
            rows.add(row(it, placements, quick));
        }
        List<Mistake> mistakes = new ArrayList<>();
        for (JsonObject it : objects(json, "mistakes")) {
            mistakes.add(new Mistake(text(it, "rule"), text(it, "cost"), amount(it, "value"), positive(it, "whole"), text(it, "unit"),
                    (long) positive(it, "trials"), text(it, "placement")));
        }
        return new Costs(setting, rows, mistakes);
    }

    private static Row row(JsonObject json, Map<String, Placement> placements, boolean quick) throws UnusableException {
        Placement placement = placements.get(text(json, "placement"));
        if (placement == null) {
            throw new UnusableException("its placement '" + text(json, "placement") + "' is not explained");
        }
        Optional<Estimate> p50 = estimate(json, "p50", quick);
        String remark = p50.isEmpty() ? text(json, "remark") : "";
        long samples = p50.isEmpty() ? 0 : (long) positive(json, "samples");
        return new Row(text(json, "medium"), (int) positive(json, "bytes"), placement, samples, p50, estimate(json, "p99", quick), remark);
    }

    private static Optional<Estimate> estimate(JsonObject row, String name, boolean quick) throws UnusableException {
        if (!row.has(name)) {
            return Optional.empty();
        }
        JsonObject json = row.getAsJsonObject(name);
        long value = (long) positive(json, "value");
        if (quick) {
            return Optional.of(new Estimate(value, Optional.empty()));
        }
        long low = (long) positive(json, "low");
        long high = (long) positive(json, "high");
        if (low > value || high < value) {
            throw new UnusableException("a '" + name + "' lies outside of its interval");
        }
        return Optional.of(new Estimate(value, Optional.of(new Interval(low, high))));
    }

    private static String text(JsonObject json, String name) throws UnusableException {
        String text = json.has(name) ? json.get(name).getAsString() : "";
        if (text.isBlank()) {
            throw new UnusableException("'" + name + "' is missing");
        }
        return text;
    }

    /** A finite number that is not negative. */
    private static double amount(JsonObject json, String name) throws UnusableException {
        double number = json.has(name) ? json.get(name).getAsDouble() : -1;
        if (!(number >= 0 && number < Long.MAX_VALUE)) {
            throw new UnusableException("'" + name + "' is missing or is no amount");
        }
        return number;
    }

    private static double positive(JsonObject json, String name) throws UnusableException {
        double number = amount(json, name);
        if (number < Double.MIN_NORMAL) {
            throw new UnusableException("'" + name + "' is missing or is not above 0");
        }
        return number;
    }

    private static List<JsonObject> objects(JsonObject json, String name) throws UnusableException {
        if (!json.has(name)) {
            throw new UnusableException("'" + name + "' is missing");
        }
        List<JsonObject> objects = new ArrayList<>();
        json.getAsJsonArray(name).forEach(element -> objects.add(element.getAsJsonObject()));
        return objects;
    }
}
