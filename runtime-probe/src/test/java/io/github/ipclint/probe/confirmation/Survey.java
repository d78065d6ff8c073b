package io.github.ipclint.probe.confirmation;

import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Level;
import io.github.ipclint.probe.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All detectors on all C programs below some folders, one run each, whether there is a finding or not: prints how often each verdict came,
 * and everything that was confirmed, to be read by a person.
 */
public final class Survey {
    private static final Pattern MAIN = Pattern.compile("(?m)^[^\\n;#*/\"=]*\\bmain[ \\t]*\\(");
    private static final int AT_ONCE = 4;

    private Survey() {}

    /** Root of the sources, then folders below it. */
    public static void main(String[] arguments) throws Exception {
        Sandbox sandbox = Sandbox.detect();
        if (sandbox.missing().isPresent()) {
            throw new IllegalStateException(sandbox.description());
        }
        Path root = Path.of(arguments[0]);
        Sources sources = new Sources(root);
        Confirmer confirmer = new Confirmer(sandbox, 1);
        Map<String, Future<Evidence>> results = new TreeMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (String main : mains(root, List.of(arguments).subList(1, arguments.length))) {
                Sources.Closure closure = sources.closure(main);
                Subject subject = new Subject(closure.files(),
                        List.of(new Subject.Program(main, closure.companions(), closure.folders(),
                                CommandLines.of(main, closure.files().get(main)))));
                for (String rule : new TreeSet<>(Detectors.rules())) {
                    Confirmer.Claim claim = new Confirmer.Claim(rule, Level.ERROR, "", 0);
                    results.put(rule + " " + main, workers.submit(() -> confirmer.confirm(claim, subject)));
                }
            }
            print(results);
        }
    }

    private static List<String> mains(Path root, List<String> folders) throws Exception {
        List<String> mains = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                for (Path file : files.filter(it -> it.toString().endsWith(".c")).sorted().toList()) {
                    if (MAIN.matcher(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)).find()) {
                        mains.add(root.relativize(file).toString());
                    }
                }
            }
        }
        return mains;
    }

    private static void print(Map<String, Future<Evidence>> results) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (Map.Entry<String, Future<Evidence>> each : results.entrySet()) {
            Evidence evidence = each.getValue().get();
            String reason = evidence.reason().startsWith("does not compile") ? ": does not compile" : "";
            counts.merge(each.getKey().split(" ")[0] + " | " + evidence.verdict().word() + reason, 1, Integer::sum);
            if (evidence.verdict() == Evidence.Verdict.CONFIRMED || evidence.verdict() == Evidence.Verdict.POSSIBLE) {
                System.out
                        .println(each.getKey() + " | " + evidence.verdict().word() + " | " + evidence.observed() + " " + evidence.reason());
            }
        }
        counts.forEach((kind, number) -> System.out.println(kind + " | " + number));
    }
}
