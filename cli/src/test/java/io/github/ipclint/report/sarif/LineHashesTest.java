package io.github.ipclint.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values are those that GitHub's upload action computes for the same texts. */
class LineHashesTest {
    @Test
    void emptyFile() {
        assertThat(LineHashes.of("")).containsExactly("c129715d7a2bc9a3:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {" int fd;\n\t close ( fd );\n}", "int fd;\nclose(fd);\n}"})
    void blanksDoNotCount(String text) {
        assertThat(LineHashes.of(text)).containsExactly("f8ecd8753ed7dd94:1", "817d9b7d94988fd6:1", "13db8c734146ff90:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void lineEndsAreAlike(String end) {
        assertThat(LineHashes.of("one\n\n  two \n three\n".replace("\n", end))).containsExactly(
                "786132618cbdf64b:1", "baab3672ae6bc427:1", "29eb88d3672c739:1", "bd8bfd8320422591:1", "c129715d7a2bc9a3:1");
    }

    @Test
    void equalHashesAreCounted() {
        assertThat(LineHashes.of("while (read(fd, &c, 1) > 0) { }\n".repeat(6))).containsExactly(
                "3493c51564180244:1", "3493c51564180244:2", "3493c51564180244:3", "36f5b4967181fafc:1", "277f4146640d7135:1",
                "948a11044dbe192:1", "c129715d7a2bc9a3:1");
    }
}
