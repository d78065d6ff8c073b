package io.github.ipclint.rule;

import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.ProcessInstance;
import io.github.ipclint.engine.Site;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.Related;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.finding.TraceStep.Meaning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds one finding: its steps in order, each with the process whose step it is. */
public final class Story {
    private final RuleInfo rule;
    private final List<TraceStep> steps = new ArrayList<>();
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
            TraceStep step = new TraceStep(made.at(), name + " is made here", Meaning.CREATION, maker.name());
            if (!steps.contains(step)) {
                steps.add(forkFrom(maker, process), step);
            }
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
            if (steps.get(i).meaning() == Meaning.FORK && steps.get(i).at().equals(fork.at())) {
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

    public Story step(Site site, String text, Meaning meaning, ProcessInstance process) {
        TraceStep step = new TraceStep(site.at(), text, meaning, process.name());
        if (!steps.contains(step)) {
            steps.add(step);
        }
        return this;
    }

    public Story related(Site site, String text) {
        Related place = new Related(site.at(), text);
        if (!related.contains(place)) {
            related.add(place);
        }
        return this;
    }

    /** The finding; its place is the site, with the calls that lead to it as steps when they lie in other functions. */
    public Finding at(Site site, Level level, String message) {
        List<TraceStep> all = new ArrayList<>(steps);
        return new Finding(rule, level, site.at(), message, all, related, site.function().name(), Naming.statement(site));
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
