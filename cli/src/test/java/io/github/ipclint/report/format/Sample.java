package io.github.ipclint.report.format;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Confirmation;
import io.github.ipclint.finding.Coverage;
import io.github.ipclint.finding.Coverage.PartialFunction;
import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Evidence.Verdict;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.Notice;
import io.github.ipclint.finding.Related;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.Scene;
import io.github.ipclint.finding.Scene.Descriptor;
import io.github.ipclint.finding.Scene.State;
import io.github.ipclint.finding.Suppression;
import io.github.ipclint.finding.SystemMap;
import io.github.ipclint.finding.TraceStep;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.report.Baseline;
import io.github.ipclint.report.Baseline.Known;
import io.github.ipclint.report.CostReader;
import io.github.ipclint.report.Costs;
import io.github.ipclint.report.Fingerprints;
import io.github.ipclint.report.Report;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.RunDetails;
import io.github.ipclint.report.SourceText;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results for the tests of reports: an ordinary one, an empty one, and one made to break writers. */
public final class Sample {
    public static final ReportOptions OPTIONS = new ReportOptions("1.2.3", Optional.of(Level.WARNING), false);

    public static final RuleInfo UNCLOSED_END = new RuleInfo("pipe-unclosed-end", Level.ERROR, List.of("C"),
            "A process keeps a pipe end that it never uses, so its peer never sees end-of-file.", List.of("CWE-775", "CERT POS38-C"));
    public static final RuleInfo LEAK = new RuleInfo("fd-leak", Level.WARNING, List.of("C", "Java"),
            "A descriptor is lost while the process goes on.", List.of("CWE-775"));
    public static final RuleInfo QUIET = new RuleInfo("fork-failure-unhandled", Level.WARNING, List.of("C"),
            "A failed fork is taken for a process.", List.of());

    private static final String PIPE_C = """
            int main(void)
            {
            \tint fd[2];
            \tchar c;
            \tif (pipe(fd) < 0) return 1;
            \tif (fork() == 0) {
            \t\twhile (read(fd[0], &c, 1) > 0) putchar(c);
            \t\t_exit(0);
            \t}
            \tclose(fd[0]); close(fd[1]);
            \twait(0);
            }
            """;
    private static final String OPEN_JAVA = """
            class Open {
              int size(String name) throws IOException {
                var f = new RandomAccessFile(name, "r"); // ipclint:allow fd-leak closed by the cleaner
                var g = new RandomAccessFile("größe\\t😀", "r");
                return f.size() + g.size();
              }
            }
            """;

    private Sample() {}

    public static AnalysisResult ordinary() {
        Finding starved = new Finding(UNCLOSED_END, Level.ERROR, at("src/pipe.c", 7, 10, 28),
                "child keeps the write end of pipe 'fd'; its read at line 7 never sees end-of-file",
                List.of(
                        step("src/pipe.c", 5, 6, 14, "pipe 'fd' is created here", Meaning.CREATION, "parent"),
                        step("src/pipe.c", 6, 6, 12, "fork makes the child", Meaning.FORK, "parent"),
                        step("src/pipe.c", 7, 10, 28, "waits for end-of-file here", Meaning.USE, "child"),
                        step("src/pipe.c", 10, 16, 28, "closes the write end", Meaning.RELEASE, "parent"),
                        step("src/pipe.c", 11, 2, 9, "waits for the child", Meaning.USE, "parent")),
                List.of(new Related(at("src/peer.c", 1, 1, 4), "the other program")), "main", "read(fd[0], &c, 1)");
        Finding lost = new Finding(LEAK, Level.WARNING, at("src/Open.java", 4, 13, 51), "descriptor 'g' is never closed on this path",
                List.of(), List.of(), "size", "var g = new RandomAccessFile(\"größe\\t😀\", \"r\");");
        Finding allowed = new Finding(LEAK, Level.WARNING, at("src/Open.java", 3, 13, 44), "descriptor 'f' is never closed on this path",
                List.of(), List.of(), "size", "var f = new RandomAccessFile(name, \"r\");");
        return new AnalysisResult(
                List.of(LEAK, QUIET, UNCLOSED_END),
                Stream.of(starved, lost).sorted().toList(),
                List.of(new Suppression(allowed, at("src/Open.java", 3, 46, 92), "closed by the cleaner")),
                List.of(new Notice(Level.WARNING, new SourceRange("src/secret.c", 0, 0, 0, 0), "cannot be read: permission denied"),
                        new Notice(Level.NOTE, at("src/pipe.c", 1, 5, 9), "analysed around a part that does not parse")),
                new Coverage(4, 3, 12, 9, List.of(new PartialFunction("parse", at("src/pipe.c", 1, 5, 9))), 2,
                        List.of(new PartialFunction("serve", at("src/pipe.c", 9, 5, 10))), 321),
                system(),
                Map.of(starved, scene()), "");
    }

    /** The same after its programs have run. */
    static AnalysisResult confirmed() {
        AnalysisResult ordinary = ordinary();
        Map<Finding, Evidence> evidence = new HashMap<>();
        for (Finding finding : ordinary.findings()) {
            evidence.put(finding, finding.rule().equals(UNCLOSED_END)
                    ? new Evidence(Verdict.CONFIRMED, "standstill-on-empty-pipe", List.of("src/pipe.c"), 1, 1, Optional.of(true),
                            List.of("parent 52 waits for the end of its child 53",
                                    "child 53 rests in read of pipe:[844204], whose writing end is held only by itself"),
                            "", 312)
                    : Evidence.inconclusive("only C programs are run"));
        }
        return ordinary.with(new Confirmation("Linux 6.18.44", "own user, IPC, process and network name spaces", evidence));
    }

    private static SystemMap system() {
        SystemMap.Program pipe = new SystemMap.Program("src/pipe.c", "main", List.of(
                new SystemMap.Process("parent", SystemMap.Role.MAIN, -1, SourceRange.NONE),
                new SystemMap.Process("child", SystemMap.Role.CHILD, 0, at("src/pipe.c", 6, 6, 12))));
        SystemMap.Program peer = new SystemMap.Program("src/peer.c", "main",
                List.of(new SystemMap.Process("parent", SystemMap.Role.MAIN, -1, SourceRange.NONE)));
        return new SystemMap(
                List.of(peer, pipe),
                List.of(new SystemMap.Channel(SystemMap.Kind.PIPE, "fd", ""), new SystemMap.Channel(SystemMap.Kind.QUEUE, "4711", "src")),
                List.of(new SystemMap.Link(0, 0, 1, SystemMap.Use.CREATES, List.of(at("src/peer.c", 1, 1, 4))),
                        new SystemMap.Link(1, 0, 0, SystemMap.Use.CREATES, List.of(at("src/pipe.c", 5, 6, 14))),
                        new SystemMap.Link(1, 1, 0, SystemMap.Use.READS, List.of(at("src/pipe.c", 7, 10, 28))),
                        new SystemMap.Link(1, 1, 0, SystemMap.Use.HOLDS, List.of(at("src/pipe.c", 7, 10, 28)))));
    }

    private static Scene scene() {
        List<Descriptor> one = List.of(new Descriptor("parent", "fd[0]", State.OPEN), new Descriptor("parent", "fd[1]", State.OPEN));
        List<Descriptor> both = Stream.concat(one.stream(), Stream.of(
                new Descriptor("child", "fd[0]", State.OPEN), new Descriptor("child", "fd[1]", State.HELD))).toList();
        List<Descriptor> closed = Stream.concat(both.stream().filter(state -> state.process().equals("child")), Stream.of(
                new Descriptor("parent", "fd[0]", State.CLOSED), new Descriptor("parent", "fd[1]", State.CLOSED))).toList();
        return new Scene("src/pipe.c", "main", "child", List.of(one, both, both, closed, closed, closed));
    }

    /** Ordinary findings, over and over, in different files. */
    public static AnalysisResult many(int count) {
        AnalysisResult ordinary = ordinary();
        Finding model = ordinary.findings().stream().filter(finding -> finding.level() == Level.ERROR).findFirst().orElseThrow();
        List<Finding> findings = Stream.iterate(0, i -> i + 1).limit(count).map(i -> new Finding(
                i % 3 == 0 ? LEAK : UNCLOSED_END, i % 3 == 0 ? Level.WARNING : Level.ERROR, model.at(), model.message() + " in case " + i,
                model.trace().subList(0, i % 3 * 2), i % 3 == 2 ? model.related() : List.of(), "f" + i, model.statement())).sorted()
                .toList();
        Scene scene = scene();
        return new AnalysisResult(ordinary.rules(), findings, List.of(), List.of(), ordinary.coverage(), ordinary.system(),
                findings.stream().collect(Collectors.toMap(finding -> finding, finding -> new Scene(
                        scene.program(), scene.root(), scene.process(), scene.states().subList(0, finding.trace().size())))),
                "");
    }

    /** Options with a baseline that has so many of the ordinary findings, and one that is fixed. */
    public static ReportOptions since(int known) {
        Map<String, Known> open = new TreeMap<>();
        Fingerprints fingerprints = Fingerprints.of(ordinary());
        ordinary().findings().stream().limit(known).forEach(finding -> open.put(
                fingerprints.value(finding), new Known(finding.rule().id(), "error", "src/pipe.c:7", finding.message(), "ticket <7>")));
        open.put("gone", new Known("fd-leak", "warning", "src/old.c:3", "'fd' is never closed on this path", ""));
        return new ReportOptions("1.2.3", Optional.of(Level.WARNING), false, Optional.of(new Baseline(open, Set.of())), Optional.empty(),
                Optional.empty(), RunDetails.UNKNOWN);
    }

    /** What a quick run of {@code ipclint probe cost} has measured. */
    static Costs quickCosts() {
        try {
            return CostReader.read(Path.of("../fixtures/src/main/cost/sample.json"));
        } catch (IOException | CostReader.UnusableException e) {
            throw new AssertionError(e);
        }
    }

    /** The same as if it had been measured often enough for intervals, with a size that is refused. */
    static Costs costs() {
        Costs quick = quickCosts();
        Costs.Setting one = quick.setting();
        Costs.Setting five = new Costs.Setting(one.kernel(), one.processor(), one.processors(), one.load(), false, 5);
        Costs.Row any = quick.rows().getFirst();
        Costs.Row refused =
                new Costs.Row(any.medium(), 1 << 20, any.placement(), 0, Optional.empty(), Optional.empty(), "refused EMSGSIZE");
        return new Costs(five, Stream.concat(quick.rows().stream().map(row -> new Costs.Row(row.medium(), row.bytes(), row.placement(),
                row.samples(), row.p50().map(Sample::withInterval), row.p99().map(Sample::withInterval), row.remark())),
                Stream.of(refused)).toList(), quick.mistakes());
    }

    private static Costs.Estimate withInterval(Costs.Estimate estimate) {
        long value = estimate.value();
        return new Costs.Estimate(value, Optional.of(new Costs.Interval(value * 9 / 10, value * 6 / 5)));
    }

    static Costs hostileCosts() {
        String text = "\"><script>alert('x')</script>\u202e" + "x".repeat(200);
        Costs.Placement placement = new Costs.Placement(text, 0, 1);
        return new Costs(new Costs.Setting(text, text, 1, Optional.empty(), false, 1),
                List.of(new Costs.Row(text, 1, placement, Long.MAX_VALUE, Optional.of(withInterval(new Costs.Estimate(
                        Long.MAX_VALUE / 10, Optional.empty()))), Optional.empty(), ""),
                        new Costs.Row(text, 1, placement, 0, Optional.empty(), Optional.empty(), text)),
                List.of(new Costs.Mistake(LEAK.id(), text, 1e18, 1e-9, text, 1, text), new Costs.Mistake(text, text, 0, 1, text, 1, text)));
    }

    public static AnalysisResult clean() {
        return new AnalysisResult(List.of(LEAK, QUIET), List.of(), List.of(), List.of(),
                new Coverage(1, 1, 1, 1, List.of(), 0, List.of(), 9));
    }

    /** Names and texts that end strings, elements, lines and links, and places outside their files. */
    public static AnalysisResult hostile() {
        String path = "a b/<x>&\"'\n\u001b[31m\u202e%2e:.c";
        String text = "]]></failure><script>alert('x')</script>\u0000\u001b\ud800 {0} [a](1) \u2028 \u202e%s" + "/folder".repeat(20);
        List<TraceStep> trace = List.of(
                new TraceStep(new SourceRange(path, 1, 9_000, 1, 9_004), text, Meaning.CREATION, "<b>\u202e"),
                new TraceStep(new SourceRange(path, 99, 7, 98, 1), text, Meaning.CALL, ""),
                new TraceStep(new SourceRange("../up\u0000.c", 1, 1, 1, 2), text, Meaning.END, text),
                new TraceStep(SourceRange.NONE, text, Meaning.BRANCH, "p"));
        List<Related> related = List.of(new Related(SourceRange.NONE, text), new Related(new SourceRange(path, -1, -1, -1, -1), ""));
        List<SourceRange> places = List.of(SourceRange.NONE, new SourceRange(path, 0, 0, 0, 0), new SourceRange(path, 1, 20_000, 3, 1),
                new SourceRange(path, 2, 5, 2, 6), new SourceRange(path, 3, 1, 9_999, 1),
                new SourceRange(path, Integer.MAX_VALUE, 1, Integer.MAX_VALUE, Integer.MAX_VALUE));
        List<Finding> findings = places.stream()
                .map(at -> new Finding(LEAK, Level.NOTE, at, text, trace, related, text, text))
                .sorted()
                .toList();
        return new AnalysisResult(List.of(), findings, List.of(new Suppression(findings.getFirst(), places.get(3), text)),
                List.of(new Notice(Level.ERROR, places.get(4), text), new Notice(Level.NOTE, SourceRange.NONE, "")),
                Coverage.NOTHING, hostileSystem(path, text, places),
                findings.stream().collect(Collectors.toMap(finding -> finding, finding -> new Scene(path, text, text, List.of(
                        List.of(new Descriptor(text, text, State.HELD)))))),
                "");
    }

    private static SystemMap hostileSystem(String path, String text, List<SourceRange> places) {
        SystemMap.Process process = new SystemMap.Process(text, SystemMap.Role.MAIN, -1, SourceRange.NONE);
        return new SystemMap(List.of(new SystemMap.Program(path, text, List.of(process))),
                Stream.of(SystemMap.Kind.values()).map(kind -> new SystemMap.Channel(kind, text, text)).toList(),
                Stream.of(SystemMap.Use.values()).map(use -> new SystemMap.Link(0, 0, use.ordinal(), use, places)).toList());
    }

    public static SourceText sources() {
        return SourceText.of(Map.of(
                "src/pipe.c", PIPE_C,
                "src/Open.java", OPEN_JAVA,
                "src/peer.c", "int x;",
                hostile().findings().getLast().at().path(), "x😀".repeat(5_000) + "\n\u202e\u0000שלום </pre>\n<!--\n"));
    }

    public static String write(ReportFormat format, AnalysisResult result) {
        return write(format.report(OPTIONS), result);
    }

    public static String write(Report report, AnalysisResult result) {
        StringWriter out = new StringWriter();
        try {
            report.write(result, sources(), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    private static SourceRange at(String path, int line, int column, int endColumn) {
        return new SourceRange(path, line, column, line, endColumn);
    }

    private static TraceStep step(String path, int line, int column, int endColumn, String text, Meaning meaning, String process) {
        return new TraceStep(at(path, line, column, endColumn), text, meaning, process);
    }
}
