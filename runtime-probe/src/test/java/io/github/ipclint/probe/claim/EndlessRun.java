package io.github.ipclint.probe.claim;

import java.io.IOException;

/** A probe that goes on until it is killed. */
final class EndlessRun {
    private EndlessRun() {}

    public static void main(String[] arguments) throws IOException {
        while (true) {
            ClaimRun.run(ClaimTable.read(), 1, ClaimRun.setting(), _ -> {});
        }
    }
}
