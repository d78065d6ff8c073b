package io.github.ipclint.driver;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.EventLog;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.ProcessGraph;
import io.github.ipclint.engine.Site;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Scene;
import io.github.ipclint.finding.Scene.Descriptor;
import io.github.ipclint.finding.Scene.State;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.rule.Naming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out in which program and process findings play, and what the processes have open after each step. */
final class Scenes {
    private static final List<Class<? extends Event>> KINDS = List.of(
            Event.Transferred.class, Event.Waited.class, Event.Executed.class, Event.EnteredEndlessLoop.class, Event.Ended.class,
            Event.Forked.class, Event.Called.class, Event.Used.class, Event.Lost.class, Event.Accessed.class, Event.TouchedObject.class);

    /** Something that happened at a place that a finding names. */
    private record Moment(Exploration exploration, Event event) {
        String process() {
            return event.process().name();
        }
    }

    private final Map<SourceRange, List<Moment>> moments = new HashMap<>();

    private Scenes() {}

    static Map<Finding, Scene> of(Collection<Finding> findings, List<Exploration> explorations) {
        Scenes scenes = new Scenes();
        Set<SourceRange> wanted = new HashSet<>();
        findings.forEach(finding -> {
            wanted.add(finding.at());
            finding.trace().forEach(step -> wanted.add(step.at()));
        });
        explorations.forEach(exploration -> scenes.collect(exploration, wanted));
        Map<Finding, Scene> found = new LinkedHashMap<>();
        findings.forEach(finding -> found.put(finding, scenes.scene(finding)));
        return found;
    }

    private void collect(Exploration exploration, Set<SourceRange> wanted) {
        EventLog log = exploration.log();
        for (Class<? extends Event> kind : KINDS) {
            for (Event event : log.all(kind)) {
                SourceRange at = event.site().at();
                if (wanted.contains(at)) {
                    moments.computeIfAbsent(at, key -> new ArrayList<>()).add(new Moment(exploration, event));
                }
            }
        }
    }

    private Stream<Moment> at(SourceRange place, @Nullable Exploration within) {
        return moments.getOrDefault(place, List.of()).stream().filter(moment -> within == null || moment.exploration() == within);
    }

    private Scene scene(Finding finding) {
        Exploration exploration = exploration(finding);
        if (exploration == null) {
            return Scene.NONE;
        }
        String process = process(finding, exploration);
        return new Scene(exploration.root().unit(), exploration.root().name(), process, states(finding, process, exploration));
    }

    /** The one that has been to the most places of the finding. */
    private @Nullable Exploration exploration(Finding finding) {
        Exploration best = null;
        long most = 0;
        for (Exploration candidate : at(finding.at(), null).map(Moment::exploration).distinct().toList()) {
            long places = 1 + finding.trace().stream().filter(step -> at(step.at(), candidate).findAny().isPresent()).count();
            if (places > most) {
                best = candidate;
                most = places;
            }
        }
        return best;
    }

    /** Of several processes that come to the place, the one that the message names first, else that of the last step. */
    private String process(Finding finding, Exploration exploration) {
        List<String> names = at(finding.at(), exploration).map(Moment::process).distinct().toList();
        String last = finding.trace().isEmpty() ? "" : finding.trace().getLast().process();
        String best = names.contains(last) ? last : names.getFirst();
        int first = Integer.MAX_VALUE;
        for (String name : names) {
            int mention = finding.message().indexOf("the " + name + " ");
            if (mention >= 0 && mention < first) {
                first = mention;
                best = name;
            }
        }
        return best;
    }

    private List<List<Descriptor>> states(Finding finding, String process, Exploration exploration) {
        Set<SourceRange> subjects = new HashSet<>();
        finding.trace().stream().filter(step -> step.meaning() == Meaning.CREATION).map(TraceStep::at).forEach(subjects::add);
        Map<String, Map<String, State>> known = new LinkedHashMap<>();
        List<List<Descriptor>> states = new ArrayList<>();
        for (TraceStep step : finding.trace()) {
            look(step.at(), step.process(), exploration, subjects, known);
            apply(step, exploration, subjects, known);
            states.add(snapshot(known));
        }
        look(finding.at(), process, exploration, subjects, known);
        blame(finding, process, exploration, known);
        states.add(snapshot(known));
        return tellsSomething(states) ? states : List.of();
    }

    /** That the only process has everything open says nothing. */
    private static boolean tellsSomething(List<List<Descriptor>> states) {
        return states.stream().flatMap(List::stream).map(Descriptor::process).distinct().count() > 1
                || states.stream().flatMap(List::stream).anyMatch(descriptor -> descriptor.state() != State.OPEN);
    }

    /** What the process has when it comes to the place; what a step has closed stays so, whatever other rounds of a loop have. */
    private void look(SourceRange place, String process, Exploration exploration, Set<SourceRange> subjects,
            Map<String, Map<String, State>> known) {
        at(place, exploration)
                .filter(moment -> moment.process().equals(process))
                .map(moment -> view(ProcessGraph.table(moment.event()), subjects))
                .filter(view -> !view.isEmpty())
                .findFirst()
                .ifPresent(view -> {
                    Map<String, State> own = known.computeIfAbsent(process, key -> new TreeMap<>());
                    view.forEach((name, state) -> own.merge(name, state, (before, now) -> before == State.CLOSED ? before : now));
                });
    }

    private static Map<String, State> view(Map<Symbol, HandleState> table, Set<SourceRange> subjects) {
        Map<String, State> view = new TreeMap<>();
        table.forEach((symbol, handle) -> {
            if (isSubject(symbol, subjects) && handle.status() != HandleState.Status.UNCERTAIN) {
                view.merge(name(symbol, handle), handle.isOpen() ? State.OPEN : State.CLOSED, (one, other) -> one);
            }
        });
        return view;
    }

    private static boolean isSubject(Symbol symbol, Set<SourceRange> subjects) {
        return symbol instanceof Symbol.Delivered delivered && delivered.copy() == 1 && subjects.contains(delivered.site().at());
    }

    private static String name(Symbol symbol, @Nullable HandleState handle) {
        return Naming.handle(symbol, handle).replace("'", "");
    }

    /** What the step changes. */
    private void apply(TraceStep step, Exploration exploration, Set<SourceRange> subjects, Map<String, Map<String, State>> known) {
        Map<String, State> own = known.computeIfAbsent(step.process(), key -> new TreeMap<>());
        if (step.meaning() == Meaning.CREATION) {
            madeAt(step.at(), exploration).forEach(name -> own.put(name, State.OPEN));
        }
        if (step.meaning() == Meaning.RELEASE) {
            releasedAt(step, exploration, subjects).forEach(name -> own.put(name, State.CLOSED));
        }
        at(step.at(), exploration).filter(moment -> moment.process().equals(step.process())).map(Moment::event).forEach(event -> {
            if (event instanceof Event.Forked forked) {
                known.computeIfAbsent(forked.child().name(), key -> new TreeMap<>()).putAll(own);
            } else if (event instanceof Event.Used used && used.release() && used.symbol() != null && isSubject(used.symbol(), subjects)) {
                own.put(name(used.symbol(), used.handle()), State.CLOSED);
            }
        });
    }

    /** Names of all handles that the process lost by the step, from whatever table remembers it: closefrom releases many at once. */
    private Set<String> releasedAt(TraceStep step, Exploration exploration, Set<SourceRange> subjects) {
        Set<String> names = new HashSet<>();
        moments.values().stream().flatMap(List::stream)
                .filter(moment -> moment.exploration() == exploration && moment.process().equals(step.process()))
                .forEach(moment -> ProcessGraph.table(moment.event()).forEach((symbol, handle) -> {
                    Site released = handle.isClosed() ? handle.releasedAt() : null;
                    if (isSubject(symbol, subjects) && released != null && released.at().equals(step.at())) {
                        names.add(name(symbol, handle));
                    }
                }));
        return names;
    }

    /** Names of all handles that a call makes, from whatever table has them. */
    private Set<String> madeAt(SourceRange creation, Exploration exploration) {
        Set<String> names = new HashSet<>();
        for (List<Moment> all : moments.values()) {
            for (Moment moment : all) {
                if (moment.exploration() == exploration) {
                    names.addAll(view(ProcessGraph.table(moment.event()), Set.of(creation)).keySet());
                }
            }
        }
        return names;
    }

    /** Marks what the message complains about, unless the call itself works with it. */
    private void blame(Finding finding, String process, Exploration exploration, Map<String, Map<String, State>> known) {
        Map<String, State> own = known.get(process);
        if (own == null) {
            return;
        }
        Set<String> used = new HashSet<>();
        Set<String> closedBefore = new HashSet<>();
        at(finding.at(), exploration).filter(moment -> moment.process().equals(process)).map(Moment::event).forEach(event -> {
            if (event instanceof Event.Transferred transferred) {
                used.add(name(transferred.symbol(), transferred.handle()));
            } else if (event instanceof Event.Used use && use.symbol() != null && use.handle() != null && use.handle().isClosed()) {
                closedBefore.add(name(use.symbol(), use.handle()));
            }
        });
        own.replaceAll((name, state) -> {
            if (!finding.message().contains("'" + name + "'")) {
                return state;
            }
            return state == State.OPEN && !used.contains(name) ? State.HELD
                    : state == State.CLOSED && closedBefore.contains(name) ? State.GONE : state;
        });
    }

    private static List<Descriptor> snapshot(Map<String, Map<String, State>> known) {
        List<Descriptor> all = new ArrayList<>();
        known.forEach((process, handles) -> handles.forEach((name, state) -> all.add(new Descriptor(process, name, state))));
        return all;
    }
}
