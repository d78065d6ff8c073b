package io.github.ipclint.driver;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.Linker;
import io.github.ipclint.engine.Relevance;
import io.github.ipclint.ir.Function;
import io.github.ipclint.model.Models;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Chooses where to start: every main, then what no main reaches. */
final class ProgramExplorer {
    /** Instructions executed for all programs together; output must not depend on the machine, so the bound is no time. */
    private static final int ALL_PROGRAMS = 600_000;

    private static final int MOST_PER_PROGRAM = 40_000;
    private static final int LEAST_PER_PROGRAM = 3_000;

    /** The same for functions that no program reaches. */
    private static final int ALL_LIBRARY = 350_000;

    private static final int MOST_PER_FUNCTION = 3_000;
    private static final int LEAST_PER_FUNCTION = 300;
    private static final String MAIN = "main";

    /** How the C front end begins the name of a main in a branch of an {@code #if} that is off: another program from the same file. */
    private static final String OTHER_MAIN = "main_of_other_branch";

    private final Linker linker;
    private final Relevance relevance;
    private final Models models;
    private final OrderedWorkers workers;
    private final Set<Function> explored = Collections.newSetFromMap(new IdentityHashMap<>());

    ProgramExplorer(Linker linker, Relevance relevance, Models models, OrderedWorkers workers) {
        this.linker = linker;
        this.relevance = relevance;
        this.models = models;
        this.workers = workers;
    }

    /** Explores everything, in the order of the roots' places. */
    List<Exploration> run() {
        List<Exploration> all = new ArrayList<>(explore(functions(ProgramExplorer::isMain), true));
        all.addAll(
                explore(functions(function -> !relevance.hasCallers(function) || relevance.isReferenced(function)), false));
        all.addAll(explore(functions(function -> true), false));
        Set<Function> handlers = handlers(all);
        return all.stream().filter(exploration -> exploration.isProgram() || !handlers.contains(exploration.root())).toList();
    }

    /** What has run as a handler: that is to be judged, and not also as if anybody could call it at any time. */
    private Set<Function> handlers(List<Exploration> all) {
        Set<Function> handlers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Exploration exploration : all) {
            for (Event.InstalledHandler installed : exploration.log().all(Event.InstalledHandler.class)) {
                Function handler = linker.resolve(installed.site().function().unit(), installed.function());
                if (handler != null) {
                    handlers.add(handler);
                }
            }
        }
        return handlers;
    }

    /** Relevant functions that nothing has explored yet. */
    private List<Function> functions(Predicate<Function> chosen) {
        return linker.units().stream()
                .flatMap(unit -> unit.functions().stream())
                .filter(relevance::isRelevant)
                .filter(function -> !explored.contains(function))
                .filter(chosen)
                .sorted(Comparator.comparing(Function::at))
                .toList();
    }

    private List<Exploration> explore(List<Function> roots, boolean program) {
        int share = (program ? ALL_PROGRAMS : ALL_LIBRARY) / Math.max(1, roots.size());
        int steps =
                program ? Math.clamp(share, LEAST_PER_PROGRAM, MOST_PER_PROGRAM) : Math.clamp(share, LEAST_PER_FUNCTION, MOST_PER_FUNCTION);
        List<Exploration> done = workers.map(roots, root -> {
            Exploration exploration = new Exploration(models, linker, relevance, root, program, steps);
            exploration.run();
            return exploration;
        });
        done.forEach(exploration -> explored.addAll(exploration.explored()));
        return done;
    }

    private static boolean isMain(Function function) {
        return function.name().equals(MAIN) || function.name().startsWith(OTHER_MAIN)
                || (function.is(Function.Mark.JAVA) && function.name().endsWith("." + MAIN));
    }
}
