package io.github.ipclint.report.sarif;

import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.report.JsonTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A trace as a SARIF code flow: one thread flow per process, ordered across them by {@code executionOrder}. */
final class SarifFlow {
    private static final int MAX_ESSENTIAL = 3;

    private SarifFlow() {}

    static void codeFlows(JsonTree json, List<TraceStep> trace) throws IOException {
        if (trace.isEmpty()) {
            return;
        }
        Set<Integer> essential = essential(trace);
        Map<String, List<Integer>> byProcess = new LinkedHashMap<>();
        for (int i = 0; i < trace.size(); i++) {
            byProcess.computeIfAbsent(trace.get(i).process(), process -> new ArrayList<>()).add(i);
        }
        json.array("codeFlows", List.of(byProcess), flow -> json.object(
                () -> json.array("threadFlows", flow.entrySet(), process -> json.object(() -> {
                    if (!process.getKey().isEmpty()) {
                        json.field("id", process.getKey());
                    }
                    json.array("locations", process.getValue(),
                            index -> step(json, trace.get(index), index + 1, essential.contains(index)));
                }))));
    }

    private static void step(JsonTree json, TraceStep step, int order, boolean essential) throws IOException {
        json.object(() -> {
            json.object("location", () -> {
                SarifPlace.physicalLocation(json, step.at());
                SarifMessage.message(json, step.text());
            });
            json.array("kinds", kinds(step.meaning()), json::value);
            json.field("executionOrder", order);
            json.field("importance", essential ? "essential" : step.meaning() == Meaning.CALL ? "unimportant" : "important");
        });
    }

    /** Indices of the steps that a viewer shows first: the first creation, fork and use, then others of that kind. */
    static Set<Integer> essential(List<TraceStep> trace) {
        Set<Integer> chosen = new TreeSet<>();
        for (Meaning meaning : Meaning.values()) {
            for (int i = 0; i < trace.size() && meaning.isEssential(); i++) {
                if (trace.get(i).meaning() == meaning) {
                    chosen.add(i);
                    break;
                }
            }
        }
        for (int i = 0; i < trace.size() && chosen.size() < MAX_ESSENTIAL; i++) {
            if (trace.get(i).meaning().isEssential()) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    /** SARIF 2.1.0 §3.38.8 proposes these words. */
    private static List<String> kinds(Meaning meaning) {
        return switch (meaning) {
            case CREATION -> List.of("acquire", "resource");
            case RELEASE -> List.of("release", "resource");
            case FORK, CALL -> List.of("call");
            case BRANCH -> List.of("branch");
            case USE -> List.of("resource");
            case END -> List.of("exit");
        };
    }
}
