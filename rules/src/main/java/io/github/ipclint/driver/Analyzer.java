package io.github.ipclint.driver;

import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.Linker;
import io.github.ipclint.engine.Relevance;
import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Coverage;
import io.github.ipclint.finding.Coverage.PartialFunction;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.Notice;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.frontend.c.CFrontEnd;
import io.github.ipclint.frontend.java.JavaFrontEnd;
import io.github.ipclint.ir.Function;
import io.github.ipclint.ir.TranslationUnit;
import io.github.ipclint.model.Models;
import io.github.ipclint.rule.Rule;
import io.github.ipclint.rule.RuleContext;
import io.github.ipclint.rule.Rules;
import io.github.ipclint.topology.SystemGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole run: sources to findings. */
public final class Analyzer {
    private static final String JAVA = ".java";

    private final Path root;
    private final boolean strict;
    private final int threads;

    /**
     * @param root paths in findings are relative to it
     * @param strict whether notes are reported too
     * @param threads how many may work at once; the result does not depend on it
     */
    public Analyzer(Path root, boolean strict, int threads) {
        this.root = root;
        this.strict = strict;
        this.threads = threads;
    }

    /** @throws IOException when not even the list of files can be made */
    public AnalysisResult run(List<Path> paths) throws IOException {
        SourceSet sources = SourceSet.read(root, paths);
        try (OrderedWorkers workers = new OrderedWorkers(threads)) {
            boolean java = sources.sources().keySet().stream().anyMatch(path -> path.endsWith(JAVA));
            ModelLibrary library = java ? ModelLibrary.shipped().withJava() : ModelLibrary.shipped();
            List<TranslationUnit> units = parse(sources, library, workers);
            List<TranslationUnit.Problem> problems = new ArrayList<>();
            Supplier<String> digest = workers.start(() -> InputDigest.of(new TreeMap<>(sources.sources())));
            Models models = models(library, units, problems);
            Linker linker = new Linker(units);
            Relevance relevance = new Relevance(linker, models, workers);
            ProgramExplorer explorer = new ProgramExplorer(linker, relevance, models, workers);
            List<Exploration> explorations = explorer.run();
            RuleContext context = new RuleContext(explorations, SystemGraph.of(explorations), linker, relevance, models);
            SuppressionResult suppressions = new SuppressionScanner().apply(findings(context, workers), texts(sources));
            List<Finding> reported = suppressions.findings().stream().filter(this::isReported).sorted().toList();
            return new AnalysisResult(
                    rules(), reported, suppressions.suppressed(), notices(sources, units, problems),
                    coverage(sources, units, relevance, explorations), SystemMapper.map(explorations, context.system()),
                    Scenes.of(reported, explorations), digest.get());
        }
    }

    /** What we ship and what the user's own headers say. */
    private static Models models(ModelLibrary library, List<TranslationUnit> units, List<TranslationUnit.Problem> problems) {
        Map<String, Long> constants = new HashMap<>();
        List<TranslationUnit.Prototype> annotated = new ArrayList<>();
        for (TranslationUnit unit : units) {
            constants.putAll(unit.constants());
            annotated.addAll(unit.annotated());
        }
        return library.with(annotated, constants, problems);
    }

    /** Every rule that may report. */
    public static List<RuleInfo> rules() {
        List<RuleInfo> rules = new ArrayList<>(Rules.ALL.stream().map(Rule::info).toList());
        rules.add(SuppressionScanner.UNUSED);
        rules.add(SuppressionScanner.WITHOUT_REASON);
        return rules.stream().sorted(Comparator.comparing(RuleInfo::id)).toList();
    }

    private boolean isReported(Finding finding) {
        return strict || finding.level().atLeast(Level.WARNING);
    }

    private List<TranslationUnit> parse(SourceSet sources, ModelLibrary library, OrderedWorkers workers) {
        CFrontEnd c = new CFrontEnd(root, List.of(), library.reserved());
        JavaFrontEnd java = new JavaFrontEnd(List.of(root));
        List<TranslationUnit> units = new ArrayList<>(workers.map(
                List.copyOf(sources.sources().entrySet()),
                entry -> entry.getKey().endsWith(JAVA) ? java.parse(entry.getKey(), entry.getValue())
                        : c.parse(entry.getKey(), entry.getValue())));
        // Only now it is known which headers are included, and so what their functions belong to.
        Set<String> included = units.stream().flatMap(unit -> unit.headers().stream()).collect(Collectors.toSet());
        units.addAll(workers.map(List.copyOf(sources.adoptHeaders(included, CFrontEnd::definesFunctions).entrySet()),
                entry -> c.parse(entry.getKey(), entry.getValue())));
        return units;
    }

    private static List<Finding> findings(RuleContext context, OrderedWorkers workers) {
        List<List<Finding>> byRule = workers.map(Rules.ALL, rule -> {
            // What several programs do alike is told once, as the one does for which it is worst.
            Map<List<Object>, Finding> all = new LinkedHashMap<>();
            rule.check(context, finding -> {
                if (isOfLanguage(finding)) {
                    all.merge(List.of(finding.at(), finding.message()), finding,
                            (first, other) -> first.level().atLeast(other.level()) ? first : other);
                }
            });
            return List.copyOf(all.values());
        });
        return byRule.stream().flatMap(List::stream).sorted().toList();
    }

    /** What is a mistake in C may be right in Java, such as closing twice. */
    private static boolean isOfLanguage(Finding finding) {
        return finding.rule().languages().contains(finding.at().path().endsWith(JAVA) ? "Java" : "C");
    }

    private static Map<String, String> texts(SourceSet sources) {
        Map<String, String> texts = new HashMap<>();
        sources.sources().forEach((path, content) -> texts.put(path, new String(content, StandardCharsets.UTF_8)));
        return texts;
    }

    private static List<Notice> notices(SourceSet sources, List<TranslationUnit> units, List<TranslationUnit.Problem> problems) {
        List<Notice> notices = new ArrayList<>(sources.notices());
        for (TranslationUnit unit : units) {
            unit.problems().forEach(problem -> notices.add(new Notice(Level.NOTE, problem.at(), problem.message())));
        }
        problems.forEach(problem -> notices.add(new Notice(Level.WARNING, problem.at(), problem.message())));
        return notices.stream().sorted().toList();
    }

    private static Coverage coverage(SourceSet sources, List<TranslationUnit> units, Relevance relevance, List<Exploration> explorations) {
        Set<Function> analysed = new HashSet<>();
        explorations.forEach(exploration -> analysed.addAll(exploration.explored()));
        List<Function> functions = units.stream().flatMap(unit -> unit.functions().stream()).toList();
        long lines = sources.sources().values().stream().mapToLong(Analyzer::lines).sum();
        return new Coverage(
                sources.sources().size(),
                units.size(),
                functions.size(),
                analysed.size(),
                partial(functions.stream().filter(function -> !function.complete())),
                (int) functions.stream().filter(function -> !relevance.isRelevant(function) && !analysed.contains(function)).count(),
                partial(explorations.stream().filter(Exploration::isCut).map(Exploration::root)),
                lines);
    }

    private static List<PartialFunction> partial(Stream<Function> functions) {
        return functions.map(function -> new PartialFunction(function.name(), function.at()))
                .sorted(Comparator.comparing(PartialFunction::at)).toList();
    }

    private static long lines(byte[] content) {
        long lines = 0;
        for (byte value : content) {
            lines += value == '\n' ? 1 : 0;
        }
        return lines;
    }
}
