package io.github.ipclint.probe.confirmation;

import io.github.ipclint.finding.Evidence;
import io.github.ipclint.finding.Level;
import io.github.ipclint.probe.sandbox.Sandbox;
import io.github.ipclint.probe.sandbox.SandboxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs programs for findings and judges what was seen. */
public final class Confirmer {
    private static final int RUNS = 3;

    private final Sandbox sandbox;
    private final int runs;
    private final Compiler compiler;
    private Executable.@Nullable Bytes visitor;

    public Confirmer(Sandbox sandbox) {
        this(sandbox, RUNS);
    }

    /** One that tries each order at most so often. */
    Confirmer(Sandbox sandbox, int runs) {
        this.sandbox = sandbox;
        this.runs = runs;
        this.compiler = new Compiler(sandbox);
    }

    /**
     * What a finding says.
     *
     * @param level some rules report two mistakes that differ in it
     * @param path of the file that the finding is in
     */
    public record Claim(String rule, Level level, String path, int line) {}

    /** What running the subject shows of a claim. */
    public Evidence confirm(Claim claim, Subject subject) {
        Optional<Detector> detector = Detectors.of(claim.rule(), claim.level());
        if (detector.isEmpty()) {
            return Evidence.inconclusive("no detector looks for it");
        }
        if (sandbox.missing().isPresent()) {
            return Evidence.inconclusive("programs are not run here");
        }
        try {
            return new Judgement(claim, detector.get(), subject, compiler.compile(subject, detector.get().stimulus().traced()))
                    .run(sandbox, runs, this::visitor);
        } catch (SandboxException e) {
            return Evidence.inconclusive("the sandbox failed: " + e.getMessage());
        }
    }

    private synchronized Executable.Bytes visitor() {
        Executable.Bytes made = visitor;
        if (made == null) {
            made = compiler.visitor();
            visitor = made;
        }
        return made;
    }
}
