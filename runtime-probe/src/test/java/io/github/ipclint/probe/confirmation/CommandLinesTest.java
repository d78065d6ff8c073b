package io.github.ipclint.probe.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLinesTest {
    @Test
    void aProgramThatLooksAtNothingGetsNothing() {
        assertThat(lines("int main(void) { return 0; }")).containsExactly(List.of());
        assertThat(lines("int main(int argc, char **argv) { return 0; }")).containsExactly(List.of());
    }

    @Test
    void wordsThatItComparesWithAreUses() {
        assertThat(lines("""
                int main(int argc, char **argv) {
                    if (argc < 2) { usage(argv[0]); return 1; }
                    if (strcmp(argv[1], "--help") == 0) return 0;
                    if (!strcmp(argv[1], "send")) return send_it();
                    char *what = argv[1];
                    if (!strcmp("receive", what)) return receive_it();
                }""")).containsExactly(List.of("send"), List.of("receive"), List.of());
    }

    @Test
    void lettersMayStandForThemselvesOrForSomethingSpecial() {
        assertThat(lines("int main(int argc, char *argv[]) { for (int i = 1; i < argc; i++) if (argv[i][0] == 'd') daemon(0, 0); }"))
                .containsExactly(List.of("d"), List.of("3"));
    }

    @Test
    void whatArgumentsArePassedToTellsWhatTheyAre() {
        assertThat(lines("""
                int main(int argc, char *argv[]) {
                    if (argc != 4) return 1;
                    int port = atoi(argv[2]);
                    address.sin_addr.s_addr = inet_addr(argv[1]);
                    address.sin_port = htons(port);
                    DIR *folder = opendir(argv[3]);
                }""").getFirst()).containsExactly("127.0.0.1", "5000", ".");
    }

    @Test
    void optionsAreTriedOneByOneWithTheOperands() {
        assertThat(lines("""
                int main(int argc, char *argv[]) {
                    while ((option = getopt(argc, argv, "xk:")) != -1) handle(option, optarg);
                    run(argv[optind]);
                }""")).containsExactly(List.of("3"), List.of("-x", "3"), List.of("-k", "3", "3"));
    }

    @Test
    void whatTheAuthorDeclaresComesBeforeAllElse() {
        assertThat(lines("""
                // ipclint:run reader /tmp/a
                /* ipclint:run writer "two words" */
                /*
                 * ipclint:run
                 */
                int main(int argc, char **argv) { return strcmp(argv[1], "other"); }"""))
                .containsExactly(List.of("reader", "/tmp/a"), List.of("writer", "two words"), List.of());
    }

    @Test
    void whoTakesAnyNumberOfFilesIsGivenMoreAndMore() {
        String each = "int main(int argc, char **argv) { for (int i = FIRST; i < argc; i++) show(fopen(argv[i], MODE)); }";
        assertThat(growing(each.replace("FIRST", "1"))).containsExactly(List.of("/etc/passwd"), List.of("/etc/passwd", "/etc/hosts"),
                List.of("/etc/passwd", "/etc/hosts", "/etc/hostname"));
        assertThat(growing("int main(int argc, char **argv) { if (argc != 2) return 1; show(fopen(argv[1], MODE)); }")).isEmpty();
        assertThat(growing("int main(int argc, char **argv) { for (int i = 1; i < argc; i++) count += atoi(argv[i]); }")).isEmpty();
    }

    @Test
    void whatFunctionsOfTheProgramDoWithAnArgumentCounts() {
        assertThat(growing("""
                static void show(const char *name, int width) { print(open(name, O_RDONLY), width); }
                static void show_all(const char *name) { show(name, 80); if (*name) show_all(name + 1); }
                int main(int argc, char **argv) { for (int i = 1; i < argc; i++) show_all(argv[i]); }""")).hasSize(3);
    }

    @Test
    void whatComesBeforeTheFilesStays() {
        assertThat(growing("""
                int main(int argc, char **argv) {
                    if (argc < 3) return 1;
                    int lines = atoi(argv[1]);
                    for (int i = 2; i < argc; i++) show(open(argv[i], O_RDONLY), lines);
                }""").getLast()).containsExactly("3", "/etc/passwd", "/etc/hosts", "/etc/hostname");
    }

    private static List<List<String>> growing(String source) {
        return CommandLines.of("main.c", source.getBytes(StandardCharsets.UTF_8)).growing();
    }

    private static List<List<String>> lines(String source) {
        return CommandLines.of("main.c", source.getBytes(StandardCharsets.UTF_8)).uses();
    }
}
