package io.github.ipclint.report.html;

import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Scene;
import io.github.ipclint.finding.Scene.Descriptor;
import io.github.ipclint.finding.SystemMap.Process;
import io.github.ipclint.finding.SystemMap.Program;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The path of a finding in lanes, one per process.
 *
 * @param processes names, in the order of the program's processes
 */
record Lanes(List<String> processes, List<Row> rows) {
    /**
     * One step.
     *
     * @param lane index of the process whose step it is
     * @param alive lanes of processes that exist when it begins
     * @param born lanes of processes that this step makes
     * @param wrong whether it goes wrong here
     */
    record Row(SourceRange at, String text, int lane, Set<Integer> alive, Set<Integer> born, List<Descriptor> states, boolean wrong) {}

    static Lanes of(Card card, Page page) {
        Finding finding = card.finding();
        Scene scene = card.scene();
        List<Process> known = page.result().system().programs().stream()
                .filter(card::playsIn)
                .findFirst()
                .map(Program::processes)
                .orElse(List.of());
        List<String> processes = processes(card, known);
        int wrong = wrong(finding);
        Set<Integer> alive = new LinkedHashSet<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < finding.trace().size(); i++) {
            TraceStep step = finding.trace().get(i);
            int lane = Math.max(0, processes.indexOf(step.process()));
            alive.add(lane);
            Set<Integer> born = step.meaning() == Meaning.FORK ? born(step, processes, known) : Set.of();
            boolean last = i == wrong && i == finding.trace().size() - 1;
            rows.add(new Row(step.at(), step.text(), lane, Set.copyOf(alive), born, states(scene, i, last), i == wrong));
            alive.addAll(born);
        }
        if (wrong < 0 && !rows.isEmpty()) {
            int lane = Math.max(0, processes.indexOf(scene.process()));
            alive.add(lane);
            rows.add(new Row(finding.at(), Texts.text("path.wrong"), lane, Set.copyOf(alive), Set.of(),
                    states(scene, finding.trace().size(), false), true));
        }
        return new Lanes(processes, rows);
    }

    /** The step at the place of the finding, -1 where no step tells it. */
    private static int wrong(Finding finding) {
        int wrong = -1;
        for (int i = 0; i < finding.trace().size(); i++) {
            wrong = finding.trace().get(i).at().equals(finding.at()) ? i : wrong;
        }
        return wrong;
    }

    private static List<Descriptor> states(Scene scene, int step, boolean last) {
        int index = last ? step + 1 : step;
        return index < scene.states().size() ? scene.states().get(index) : List.of();
    }

    private static List<String> processes(Card card, List<Process> known) {
        List<String> order = known.stream().map(Process::name).toList();
        return card.processes().stream()
                .sorted(Comparator.comparingInt(name -> order.contains(name) ? order.indexOf(name) : order.size()))
                .toList();
    }

    /** Where the map does not know the processes, the step says which one it makes. */
    private static Set<Integer> born(TraceStep fork, List<String> processes, List<Process> known) {
        Set<Integer> born = new LinkedHashSet<>();
        for (int i = 0; known.isEmpty() && i < processes.size(); i++) {
            if (!processes.get(i).equals(fork.process()) && fork.text().endsWith(" the " + processes.get(i))) {
                born.add(i);
            }
        }
        for (Process process : known) {
            if (process.made().equals(fork.at()) && processes.contains(process.name())) {
                born.add(processes.indexOf(process.name()));
            }
        }
        return born;
    }
}
