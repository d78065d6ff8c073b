package io.github.ipclint.probe.cost;

import io.github.ipclint.probe.bench.Bench;
import io.github.ipclint.probe.bench.NotHereException;
import io.github.ipclint.probe.process.Shell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The yardstick: a small C program that makes the same calls as the probe does from Java. */
final class Anchor {
    private static final String SOURCE = "anchor.c";

    private final Path folder;

    private Anchor(Path folder) {
        this.folder = folder;
    }

    /** Compiles the program into the folder, once. */
    static Anchor compile(Bench bench, Path folder) throws IOException {
        if (!Files.exists(folder.resolve("anchor"))) {
            try (InputStream in = Objects.requireNonNull(Anchor.class.getResourceAsStream(SOURCE))) {
                Files.copy(in, folder.resolve(SOURCE), StandardCopyOption.REPLACE_EXISTING);
            }
            Shell.Finished finished = Shell.run(folder, bench.compiler() + " -O2 -o anchor " + SOURCE);
            if (finished.code() != 0) {
                throw new NotHereException("the C compiler does not take the anchor: " + finished.output().lines().findFirst().orElse(""));
            }
        }
        return new Anchor(folder);
    }

    /** The median round trip in nanoseconds. */
    long median(String medium, int rounds, int size, Placement placement) {
        Shell.Finished finished = Shell.run(folder, "./anchor " + medium + " " + rounds + " " + size + " " + placement.here() + " "
                + placement.there());
        String[] numbers = finished.output().strip().split(" ");
        if (finished.code() != 0 || numbers.length != 5) {
            throw new IllegalStateException("the anchor failed: " + finished.output());
        }
        return Long.parseLong(numbers[1]);
    }
}
