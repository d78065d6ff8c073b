package io.github.ipclint.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Scene.Descriptor;
import io.github.ipclint.finding.Scene.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a path says of the descriptors beside it. */
class ScenesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsUsedAfterItsCloseIsMarkedWhereThatHappens() throws IOException {
        Path file = Files.writeString(folder.resolve("save.c"), """
                #include <fcntl.h>
                #include <unistd.h>
                int main(void)
                {
                    int fd = open("log", O_WRONLY | O_CLOEXEC);
                    if (fd == -1)
                        return 1;
                    if (close(fd) == -1)
                        return 2;
                    return fsync(fd);
                }
                """);
        AnalysisResult result = new Analyzer(folder, false, 1).run(List.of(file));
        Finding finding = result.findings().stream().filter(it -> it.rule().id().equals("fd-use-after-close")).findFirst().orElseThrow();
        assertThat(finding.trace()).hasSize(3);
        assertThat(result.scene(finding).states().stream().map(List::getFirst).map(Descriptor::state)).containsExactly(
                State.OPEN, State.CLOSED, State.CLOSED, State.GONE);
    }
}
