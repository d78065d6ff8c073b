package io.github.ipclint.probe.confirmation;

import io.github.ipclint.frontend.c.CFrontEnd;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * With which arguments a program is started: those that its author declares in comments, {@code // ipclint:run ARGUMENTS}, one line for
 * each way to use it; else what its code asks for.
 *
 * @param uses at least one; what is likely to get furthest comes first
 * @param growing the first use with one file, with two, and with three; empty for a program that does not take as many as it is given
 */
public record CommandLines(List<List<String>> uses, List<List<String>> growing) {
    private static final Pattern DECLARED =
            Pattern.compile("(?m)(?://|/\\*|^[ \\t]*\\*).*?\\bipclint:run\\b[ \\t]*(.*?)[ \\t]*(?:\\*/.*)?$");

    /** Words between blanks; a word in quotes may have some. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static final int MOST_LINES = 8;
    private static final int MOST_ARGUMENTS = 5;

    /** Names that are used up by {@code getopt(3)} itself. */
    private static final String NOT_OPTIONS = ":+-;h?";

    /** Files that there are in a room. */
    private static final List<String> FILES = List.of("/etc/passwd", "/etc/hosts", "/etc/hostname");

    public CommandLines {
        uses = copy(uses);
        growing = copy(growing);
    }

    private static List<List<String>> copy(List<List<String>> lines) {
        return lines.stream().map(List::copyOf).toList();
    }

    /** Those of a program by the source of its {@code main}. */
    static CommandLines of(String path, byte[] source) {
        List<List<String>> declared = declared(new String(source, StandardCharsets.UTF_8));
        if (!declared.isEmpty()) {
            return new CommandLines(declared, List.of());
        }
        ArgumentUses arguments = ArgumentUses.of(new CFrontEnd().parse(path, source));
        List<List<String>> uses = derived(arguments);
        boolean eachIsAFile = arguments.kind(ArgumentUses.EACH) == ArgumentUses.Kind.FILE;
        return new CommandLines(uses, eachIsAFile ? withFiles(uses.getFirst()) : List.of());
    }

    /** The same use, but for its last argument if that is a file, with more and more files. */
    private static List<List<String>> withFiles(List<String> use) {
        boolean endsWithFile = !use.isEmpty() && FILES.contains(use.getLast());
        List<String> before = endsWithFile ? use.subList(0, use.size() - 1) : use;
        List<List<String>> lines = new ArrayList<>();
        for (int count = 1; count <= FILES.size(); count++) {
            lines.add(Stream.concat(before.stream(), FILES.subList(0, count).stream()).toList());
        }
        return lines;
    }

    /** The same with the first so many uses. */
    CommandLines limited(int most) {
        return new CommandLines(uses.stream().limit(most).toList(), growing);
    }

    private static List<List<String>> declared(String text) {
        List<List<String>> lines = new ArrayList<>();
        Matcher declaration = DECLARED.matcher(text);
        while (declaration.find()) {
            List<String> line = new ArrayList<>();
            Matcher word = WORD.matcher(declaration.group(1));
            while (word.find()) {
                line.add(word.group(1) != null ? word.group(1) : word.group(2));
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<List<String>> derived(ArgumentUses uses) {
        List<Integer> counts = new ArrayList<>(uses.counts().stream().filter(it -> it >= 0 && it <= MOST_ARGUMENTS).toList());
        if (counts.stream().allMatch(it -> it == 0) && uses.last() > 0 && uses.last() <= MOST_ARGUMENTS) {
            counts.add(uses.last());
        }
        Set<List<String>> lines = new LinkedHashSet<>();
        for (int count : counts.reversed()) {
            lines.addAll(lines(uses, count));
        }
        if (counts.isEmpty() || uses.last() == 0) {
            lines.add(List.of());
        }
        lines.addAll(withOptions(uses.options(), lines.iterator().next()));
        return lines.stream().limit(MOST_LINES).toList();
    }

    /** One command line for each option. */
    private static List<List<String>> withOptions(String options, List<String> operands) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < options.length(); i++) {
            if (NOT_OPTIONS.indexOf(options.charAt(i)) < 0) {
                List<String> line = new ArrayList<>(List.of("-" + options.charAt(i)));
                if (options.startsWith(":", i + 1)) {
                    line.add(value(ArgumentUses.Kind.NUMBER));
                }
                line.addAll(operands);
                lines.add(line);
            }
        }
        return lines;
    }

    /** All command lines of so many arguments, one for each word that one of them is compared with. */
    private static List<List<String>> lines(ArgumentUses uses, int count) {
        List<List<String>> lines = List.of(List.of());
        for (int position = 1; position <= count; position++) {
            Set<String> words = new LinkedHashSet<>(uses.words(position));
            if (words.stream().allMatch(word -> word.length() == 1)) {
                // a letter that stands for something special, where all else is a number or a name
                words.add(value(uses.kind(position)));
            }
            List<List<String>> longer = new ArrayList<>();
            for (List<String> line : lines) {
                for (String word : words) {
                    List<String> copy = new ArrayList<>(line);
                    copy.add(word);
                    longer.add(copy);
                }
            }
            lines = longer.subList(0, Math.min(longer.size(), MOST_LINES));
        }
        return lines;
    }

    /** Something that there is in a room. */
    private static String value(ArgumentUses.Kind kind) {
        return switch (kind) {
            case NUMBER -> "3";
            case PORT -> "5000";
            case FOLDER -> ".";
            case HOST -> "127.0.0.1";
            case COMMAND -> "cat";
            case FILE -> FILES.getFirst();
        };
    }
}
