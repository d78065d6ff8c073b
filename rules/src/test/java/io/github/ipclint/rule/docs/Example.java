package io.github.ipclint.rule.docs;

import io.github.ipclint.rule.fixture.Comment;
import io.github.ipclint.rule.fixture.Expectation;
import io.github.ipclint.rule.fixture.FixtureCase;
import io.github.ipclint.rule.fixture.FixtureFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Functions of a sample program, as shown to readers.
 *
 * @param function the line that begins the first of them
 * @param code with a remark where the mistake is, and without the other comments of the tests
 */
record Example(String function, String code) {
    /** A comment above functions that a page shows, where the default is not the best choice. */
    private static final String MARK = "example";

    /** What is marked, else the function in which the first finding of the rule lies. */
    static Optional<Example> misuse(FixtureFolder folder, String rule) {
        Stream<Example> wrong = files(folder, false).flatMap(file -> {
            List<Block> blocks = Block.in(file);
            return Expectation.in("", FixtureCase.text(file)).stream()
                    .filter(it -> it.rule().equals(rule) && it.is(Expectation.Kind.EXPECT))
                    .flatMap(it -> blocks.stream().filter(block -> block.contains(it.line())))
                    .map(block -> block.example(rule));
        });
        return Stream.concat(marked(folder, false, rule), wrong).findFirst();
    }

    /** What is marked, else the function with the name of the wrong one, else the longest of the first program. */
    static Optional<Example> correct(FixtureFolder folder, String rule, Optional<Example> misuse) {
        Stream<Example> right = files(folder, true).limit(1).flatMap(file -> {
            List<Block> blocks = Block.in(file);
            Stream<Block> named = blocks.stream().filter(block -> misuse.map(it -> it.function().equals(block.head())).orElse(false));
            Stream<Block> longest = blocks.stream().sorted(Comparator.comparingInt(block -> -block.lines().size()));
            return Stream.concat(named, longest).map(block -> block.example(rule));
        });
        return Stream.concat(marked(folder, true, rule), right).findFirst();
    }

    private static Stream<Example> marked(FixtureFolder folder, boolean correct, String rule) {
        return files(folder, correct).flatMap(file -> Block.in(file).stream()
                .filter(Block::isMarked)
                .map(block -> block.example(rule))
                .reduce((one, next) -> new Example(one.function(), one.code() + "\n\n" + next.code()))
                .stream());
    }

    private static Stream<Path> files(FixtureFolder folder, boolean correct) {
        return folder.cases().stream()
                .filter(it -> it.isCorrect() == correct)
                .sorted(Comparator.comparing((FixtureCase it) -> !isPlain(it)).thenComparing(it -> it.files().size() > 1))
                .flatMap(it -> it.files().stream())
                .filter(file -> !file.toString().endsWith(".h"));
    }

    private static boolean isPlain(FixtureCase samples) {
        return samples.name().matches("(?i)(misuse|correct)\\.(c|java)");
    }

    /**
     * A function, or whatever ends with a brace at the outermost indentation of functions.
     *
     * @param first line, 1-based, of the comment above it
     * @param lines as written
     */
    private record Block(int first, String head, List<String> lines) {

        static List<Block> in(Path file) {
            String indent = file.toString().endsWith(".java") ? "    " : "";
            List<String> all = FixtureCase.text(file).lines().toList();
            List<Block> blocks = new ArrayList<>();
            int first = 0;
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).isBlank()) {
                    first = hasBody(all.subList(first, i), indent) ? first : i + 1;
                } else if (all.get(i).equals(indent + "}")) {
                    head(all.subList(first, i), indent).ifPresent(blocks(all, first, i, blocks));
                    first = i + 1;
                } else if (all.get(i).equals(indent + "};")) {
                    first = i + 1;
                }
            }
            return blocks;
        }

        private static java.util.function.Consumer<String> blocks(List<String> all, int first, int last, List<Block> blocks) {
            return head -> blocks.add(new Block(first + 1, head, all.subList(first, last + 1)));
        }

        /** Whether a blank line here lies inside a function. */
        private static boolean hasBody(List<String> lines, String indent) {
            return lines.stream()
                    .dropWhile(line -> head(List.of(line), indent).isEmpty())
                    .anyMatch(line -> line.startsWith(indent) && line.endsWith("{"));
        }

        private static Optional<String> head(List<String> lines, String indent) {
            return lines.stream()
                    .filter(line -> line.startsWith(indent) && line.length() > indent.length())
                    .map(line -> line.substring(indent.length()))
                    .filter(line -> Character.isLetter(line.charAt(0)) && line.contains("("))
                    .map(line -> line.substring(0, line.indexOf('(')))
                    .findFirst();
        }

        boolean contains(int line) {
            return line >= first && line < first + lines.size();
        }

        boolean isMarked() {
            return lines.stream().anyMatch(line -> line.strip().equals("// " + MARK));
        }

        Example example(String rule) {
            String text = String.join("\n", lines);
            StringBuilder code = new StringBuilder(text);
            for (Comment comment : Comment.in(text).reversed()) {
                if (comment.text().equals(MARK) || Expectation.isIntended(comment)) {
                    replace(code, comment, remark(comment, rule));
                }
            }
            return new Example(head, code.toString().stripIndent().strip());
        }

        private static String remark(Comment comment, String rule) {
            if (comment.text().equals(MARK)) {
                return "";
            }
            return Expectation.of("", comment).stream()
                    .filter(it -> it.is(Expectation.Kind.EXPECT) && it.rule().equals(rule))
                    .findFirst()
                    .map(it -> "// <-- " + it.text())
                    .orElse("");
        }

        /** Puts the remark where the comment was; without one the comment goes with the blanks, or the line, around it. */
        private static void replace(StringBuilder code, Comment comment, String remark) {
            int start = comment.start();
            int end = comment.end();
            if (remark.isEmpty()) {
                while (start > 0 && " \t".indexOf(code.charAt(start - 1)) >= 0) {
                    start--;
                }
                if (start > 0 && code.charAt(start - 1) == '\n' && end < code.length() && code.charAt(end) == '\n') {
                    end++;
                }
            }
            code.replace(start, end, remark);
        }
    }
}
