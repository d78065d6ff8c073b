package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.Related;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.Function;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds one finding: its steps in order, each with the process whose step it is. */
public final class Story {
    private final RuleInfo rule;
    private final List<CallSteps.Step> steps = new ArrayList<>();
    private final List<Related> related = new ArrayList<>();

    private Story(RuleInfo rule) {
        this.rule = rule;
    }

    public static Story of(RuleInfo rule) {
        return new Story(rule);
    }

    /** Where a handle comes from, if the analysed code made it: before the fork by which the process got it. */
    public Story acquired(@Nullable HandleState handle, String name, ProcessInstance process) {
        if (handle != null && handle.acquiredAt() != null) {
            Site made = handle.acquiredAt();
            ProcessInstance maker = makerOf(made, process);
            add(forkFrom(maker, process), new CallSteps.Step(made, name + " is made here", Meaning.CREATION, maker));
        }
        return this;
    }

    /** Index of the fork by which a process comes from a forebear; behind all steps where there is none among them. */
    private int forkFrom(ProcessInstance forebear, ProcessInstance process) {
        ProcessInstance branch = process;
        while (branch != forebear && branch.parent() != null && branch.parent() != forebear) {
            branch = branch.parent();
        }
        Site fork = branch == forebear ? null : branch.origin();
        for (int i = 0; i < steps.size() && fork != null; i++) {
            if (steps.get(i).meaning() == Meaning.FORK && steps.get(i).site().at().equals(fork.at())) {
                return i;
            }
        }
        return steps.size();
    }

    /** The forks that lead to a process, oldest first. */
    public Story forks(ProcessInstance process) {
        if (process.parent() != null && process.origin() != null) {
            forks(process.parent());
            if (process.role() == ProcessInstance.Role.CHILD) {
                step(process.origin(), "the " + process.parent().name() + " forks the " + process.name(), Meaning.FORK, process.parent());
            }
        }
        return this;
    }

    /** Where the process has tried to become another program on the way to a place: what comes behind runs only when that has failed. */
    Story failedExecs(Exploration exploration, Site place, ProcessInstance process) {
        for (Event.Executed executed : exploration.log().all(Event.Executed.class)) {
            Site exec = executed.site();
            if (executed.process() == process && CallSteps.comesBefore(exec, place)) {
                step(exec, Naming.called(exec) + " fails here", Meaning.BRANCH, process);
            }
        }
        return this;
    }

    public Story step(Site site, String text, Meaning meaning, ProcessInstance process) {
        add(steps.size(), new CallSteps.Step(site, text, meaning, process));
        return this;
    }

    private void add(int index, CallSteps.Step step) {
        if (steps.stream().noneMatch(step::isTheSame)) {
            steps.add(index, step);
        }
    }

    public Story related(Site site, String text) {
        Related place = new Related(site.at(), text);
        if (!related.contains(place)) {
            related.add(place);
        }
        return this;
    }

    /** The finding, at what an event did; the calls that lead there from the last step are steps too. */
    public Finding at(Event event, Level level, String message) {
        List<TraceStep> all = CallSteps.between(steps);
        if (!steps.isEmpty()) {
            all.addAll(CallSteps.entering(steps.getLast().site(), event.site(), event.process()));
        }
        return at(event.site(), level, message, all);
    }

    /** The finding, at a place that tells nothing of the process that comes there. */
    public Finding at(Site site, Level level, String message) {
        return at(site, level, message, CallSteps.between(steps));
    }

    private Finding at(Site site, Level level, String message, List<TraceStep> path) {
        // Nobody ships the trial of a file.
        Level most = site.function().is(Function.Mark.SELF_TEST) ? Level.NOTE : level;
        return new Finding(rule, most, site.at(), message, path, related, site.function().name(), Naming.statement(site));
    }

    /** A handle that a child holds may have been made before the fork: by the forebear that forked after it. */
    private static ProcessInstance makerOf(Site acquired, ProcessInstance process) {
        ProcessInstance maker = process;
        while (maker.parent() != null && maker.origin() != null && !comesAfter(acquired, maker.origin())) {
            maker = maker.parent();
        }
        return maker;
    }

    private static boolean comesAfter(Site acquired, Site fork) {
        return acquired.path().isWithin(fork.path()) && acquired.at().compareTo(fork.at()) > 0;
    }
}
