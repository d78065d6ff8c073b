package io.github.ipclint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {
    @TempDir
    Path folder;

    @Test
    void utf8OrElseLatin1() throws IOException {
        Files.writeString(folder.resolve("u.c"), "größe\n");
        Files.write(folder.resolve("l.c"), "größe\n".getBytes(StandardCharsets.ISO_8859_1));
        SourceText sources = SourceText.under(folder);
        assertThat(sources.line("u.c", 1)).isEqualTo("größe");
        assertThat(sources.line("l.c", 1)).isEqualTo("größe");
    }

    @Test
    void whatCannotBeReadIsEmpty() throws IOException {
        Files.createDirectory(folder.resolve("d"));
        SourceText sources = SourceText.under(folder);
        for (String path : new String[] {"missing.c", "d", "", "nul\u0000.c"}) {
            assertThat(sources.text(path)).isEmpty();
            assertThat(sources.line(path, 1)).isEmpty();
        }
    }

    @Test
    void linesAreCountedAsTheLanguageDoes() {
        SourceText sources = SourceText.of(Map.of("a.c", "1\r\n2\r3\n", "A.java", "1\r\n2\r3\n"));
        assertThat(sources.lines("a.c")).containsExactly("1", "2\r3", "");
        assertThat(sources.lines("A.java")).containsExactly("1", "2", "3", "");
        assertThat(sources.line("a.c", 0)).isEmpty();
        assertThat(sources.line("a.c", 4)).isEmpty();
    }
}
