package io.github.ipclint.probe.cost;

import java.util.List;

/**
 * What a mistake cost when it was made here.
 *
 * @param rule id of the rule that finds it in sources
 * @param cost what was measured
 */
public record Mistake(String rule, String cost) {
    List<String> fields() {
        return List.of(rule, cost);
    }

    static Mistake parse(List<String> fields) {
        return new Mistake(fields.get(0), fields.get(1));
    }
}
