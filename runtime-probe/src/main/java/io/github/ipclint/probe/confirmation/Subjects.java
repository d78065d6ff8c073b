package io.github.ipclint.probe.confirmation;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.SystemMap;
import io.github.ipclint.ir.SourceRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds out what has to run for a finding. */
final class Subjects {
    /** A finding that cannot be put to the test; the message says why. */
    static final class NoSubjectException extends Exception {
        private static final long serialVersionUID = 1;

        NoSubjectException(String reason) {
            super(reason);
        }
    }

    private final AnalysisResult result;
    private final Sources sources;
    private final Map<Set<String>, Subject> subjects = new HashMap<>();

    Subjects(AnalysisResult result, Path root) {
        this.result = result;
        this.sources = new Sources(root);
    }

    /** The program of the finding, with those that it meets at the finding's channel. */
    Subject of(Finding finding, int atMost) throws NoSubjectException {
        Set<String> mains = mains(finding);
        if (mains.isEmpty()) {
            throw new NoSubjectException("no program among the analysed sources leads to it");
        }
        if (mains.stream().anyMatch(main -> !main.endsWith(".c"))) {
            throw new NoSubjectException("only C programs are run");
        }
        if (mains.size() > atMost) {
            throw new NoSubjectException(mains.size() + " programs meet here, and at most " + atMost + " are run together");
        }
        return subjects.computeIfAbsent(mains, this::subject);
    }

    private Subject subject(Set<String> mains) {
        Map<String, byte[]> files = new TreeMap<>();
        List<Subject.Program> programs = new ArrayList<>();
        for (String main : mains) {
            Sources.Closure closure = sources.closure(main);
            files.putAll(closure.files());
            programs.add(new Subject.Program(main, closure.companions(), closure.folders(), List.of()));
        }
        return new Subject(files, programs);
    }

    /** Files with the {@code main} of those who take part. */
    private Set<String> mains(Finding finding) {
        Set<String> mains = new LinkedHashSet<>();
        String own = result.scene(finding).program();
        if (!own.isEmpty()) {
            mains.add(own);
        }
        List<SourceRange> places = Stream.concat(Stream.of(finding.at()),
                Stream.concat(finding.trace().stream().map(it -> it.at()), finding.related().stream().map(it -> it.at()))).toList();
        SystemMap system = result.system();
        Set<Integer> channels = new LinkedHashSet<>();
        for (SystemMap.Link link : system.links()) {
            if (link.places().stream().anyMatch(places::contains)) {
                channels.add(link.channel());
            }
        }
        system.links().stream()
                .filter(link -> channels.contains(link.channel()))
                .map(link -> system.programs().get(link.program()))
                .filter(program -> program.function().equals("main"))
                .forEach(program -> mains.add(program.path()));
        if (mains.isEmpty()) {
            system.programs().stream()
                    .filter(program -> program.function().equals("main") && program.path().equals(finding.at().path()))
                    .forEach(program -> mains.add(program.path()));
        }
        return mains;
    }
}
