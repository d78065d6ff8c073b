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
import java.util.stream.Collectors;
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

    /** In so many ways the programs are started that one of the finding meets. */
    private static final int MOST_LINES_OF_OTHERS = 3;

    private final AnalysisResult result;
    private final Sources sources;
    private final Map<List<String>, Subject> subjects = new HashMap<>();

    Subjects(AnalysisResult result, Path root) {
        this.result = result;
        this.sources = new Sources(root);
    }

    /** The program of the finding, with those that it meets at the finding's channel. */
    Subject of(Finding finding) throws NoSubjectException {
        List<String> mains = mains(finding);
        if (mains.isEmpty()) {
            throw new NoSubjectException("no program among the analysed sources leads to it");
        }
        if (mains.stream().anyMatch(main -> !main.endsWith(".c"))) {
            throw new NoSubjectException("only C programs are run");
        }
        return subjects.computeIfAbsent(mains, this::subject);
    }

    private Subject subject(List<String> mains) {
        Map<String, byte[]> files = new TreeMap<>();
        List<Subject.Program> programs = new ArrayList<>();
        for (String main : mains) {
            Sources.Closure closure = sources.closure(main);
            files.putAll(closure.files());
            CommandLines lines = CommandLines.of(main, closure.files().getOrDefault(main, new byte[0]));
            programs.add(new Subject.Program(main, closure.companions(), closure.folders(),
                    programs.isEmpty() ? lines : lines.limited(MOST_LINES_OF_OTHERS)));
        }
        return new Subject(files, programs);
    }

    /** Files with the {@code main} of those who take part, that of the finding first. */
    private List<String> mains(Finding finding) {
        Set<String> mains = new LinkedHashSet<>();
        String own = result.scene(finding).program();
        if (result.system().programs().stream().anyMatch(program -> program.function().equals("main") && program.path().equals(own))) {
            mains.add(own);
        }
        List<SourceRange> places = Stream.concat(Stream.of(finding.at()),
                Stream.concat(finding.trace().stream().map(it -> it.at()), finding.related().stream().map(it -> it.at()))).toList();
        SystemMap system = result.system();
        List<SystemMap.Link> here = system.links().stream().filter(link -> link.places().stream().anyMatch(places::contains)).toList();
        Set<Integer> channels = here.stream().map(SystemMap.Link::channel)
                .filter(channel -> joinsPrograms(system.channels().get(channel).kind())).collect(Collectors.toSet());
        List<String> met = Stream.concat(here.stream(), system.links().stream().filter(link -> channels.contains(link.channel())))
                .map(link -> system.programs().get(link.program()))
                .filter(program -> program.function().equals("main"))
                .map(SystemMap.Program::path).toList();
        if (mains.isEmpty()) {
            Stream.concat(met.stream(), system.programs().stream().filter(program -> program.function().equals("main"))
                    .map(SystemMap.Program::path)).filter(finding.at().path()::equals).findFirst().or(() -> met.stream().findFirst())
                    .ifPresent(mains::add);
        }
        if (!channels.isEmpty()) {
            mains.addAll(met);
        }
        return List.copyOf(mains);
    }

    /** Whether it has a name by which programs can meet. A pipe in the code of a library is another pipe in each program. */
    private static boolean joinsPrograms(SystemMap.Kind kind) {
        return switch (kind) {
            case PIPE, SOCKET_PAIR, SIGNAL -> false;
            case FIFO, QUEUE, SHARED_MEMORY, SEMAPHORE, SOCKET, FILE -> true;
        };
    }
}
