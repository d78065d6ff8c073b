package io.github.ipclint.frontend.c;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Obeys the directives of one file and replaces its macros. Comments and directives become white space, so that offsets stay.
 * Code at file scope in a branch that was not chosen is appended at the end, so that its functions are analysed too.
 */
final class Preprocessor {
    /** Told of each included file. */
    interface Includes {
        /**
         * @param angled whether the name stands in angle brackets
         * @param chosen false in a branch that is not read but that another build might choose
         */
        void include(String name, boolean angled, boolean chosen);
    }

    static final Includes NO_INCLUDES = (name, angled, chosen) -> {};

    /** A branch at file scope that was not chosen. */
    private record Branch(int start, int end) {}

    private final String text;
    private final StringBuilder working;
    private final MacroTable macros;
    private final Includes includes;
    private final ExpandedText.Builder expanded;
    private final MacroReplacement replacement;
    private final Deque<Branch> others = new ArrayDeque<>();
    private Conditionals conditionals;
    /** Null when all that is chosen has been read. */
    private @Nullable Alternatives alternatives;
    private int pending;
    private int braces;
    private int offSince = -1;
    private int offDepth;

    /**
     * @param macros those defined so far; the file's own are added
     */
    Preprocessor(SourceText source, MacroTable macros, Includes includes) {
        this.text = source.text();
        this.working = new StringBuilder(text);
        this.macros = macros;
        this.includes = includes;
        this.conditionals = new Conditionals(macros);
        this.alternatives = new Alternatives(text);
        this.expanded = new ExpandedText.Builder(source);
        this.replacement = new MacroReplacement(working, macros, expanded);
    }

    ExpandedText run() {
        scan(0, text.length());
        close();
        Alternatives branches = Objects.requireNonNull(alternatives);
        alternatives = null;
        while (!others.isEmpty()) {
            Branch branch = others.pop();
            conditionals = new Conditionals(macros);
            working.replace(branch.start(), branch.end(), text.substring(branch.start(), branch.end()));
            Map<String, @Nullable Macro> renamed = branches.rename(branch.start(), branch.end(), macros);
            scan(branch.start(), branch.end());
            close();
            Alternatives.restore(renamed, macros);
        }
        return expanded.build();
    }

    /** Ends what a text leaves open that ends too early, so that the functions in it are analysed all the same. */
    private void close() {
        for (; braces > 0; braces--) {
            expanded.replace("\n}", text.length(), text.length());
        }
        braces = 0;
        replacement.restart();
    }

    /** The text with directives obeyed but no macro replaced; to be called after {@link #run}. */
    String unexpanded() {
        return working.toString();
    }

    private void scan(int from, int to) {
        pending = from;
        int at = from;
        boolean lineStart = true;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                lineStart = true;
                at++;
            } else if (c == '#' && lineStart) {
                at = directive(at, to);
            } else {
                lineStart &= isSpace(c) || c == '/' && at + 1 < to && text.charAt(at + 1) == '*';
                at = conditionals.isActive() ? active(at, to) : inactive(at, to);
            }
        }
        flush(to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == 0x0b || c == 0xa0 || c == 0xfeff || c == 0x1a;
    }

    /** Passes one lexical element of text that is read. */
    private int active(int at, int to) {
        char c = text.charAt(at);
        switch (c) {
            case '/' -> {
                int end = endOfComment(at, to);
                blank(at, end);
                return end > at ? end : at + 1;
            }
            case '"', '\'' -> {
                return Math.min(to, Token.endOfLiteral(text, at));
            }
            case '\u201c', '\u201d' -> {
                return typographic(at, to);
            }
            case '{' -> braces++;
            case '}' -> braces--;
            case '\\' -> {
                if (at + 1 < to && (text.charAt(at + 1) == '\n' || text.charAt(at + 1) == '\r')) {
                    working.setCharAt(at, ' ');
                }
            }
            default -> {
                if (isSpace(c)) {
                    working.setCharAt(at, ' ');
                } else if (Token.isNameStart(c)) {
                    return Math.min(to, Token.endOfName(text, at));
                } else if (Token.isDigit(c)) {
                    return Math.min(to, Token.endOfNumber(text, at));
                }
            }
        }
        return at + 1;
    }

    /** A literal in typographic quotes, as text processors make them of pasted code. */
    private int typographic(int start, int to) {
        int end = start + 1;
        while (end < to && text.charAt(end) != '\n' && text.charAt(end) != '\u201d') {
            end++;
        }
        if (end < to && text.charAt(end) == '\u201d') {
            working.setCharAt(start, '"');
            working.setCharAt(end, '"');
        }
        return end + 1;
    }

    /** Passes text that is not read, up to the end of the line at most. */
    private int inactive(int at, int to) {
        int end = text.charAt(at) == '/' ? endOfComment(at, to) : at;
        if (end == at) {
            end = text.charAt(at) == '"' ? Math.min(to, Token.endOfLiteral(text, at)) : at + 1;
        }
        blank(at, end);
        return end;
    }

    private int endOfComment(int at, int to) {
        if (text.startsWith("//", at)) {
            int end = at;
            while (end < to && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            return end;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? to : Math.min(to, end + 2);
        }
        return at;
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r') {
                working.setCharAt(i, ' ');
            }
        }
    }

    /** Obeys the directive that starts here; the offset behind it. */
    private int directive(int start, int to) {
        int end = endOfDirective(start, to);
        String line = withoutComments(start + 1, end).strip();
        blank(start, end);
        int nameEnd = Token.endOfName(line, 0);
        String name = line.substring(0, nameEnd);
        String rest = line.substring(nameEnd).strip();
        int depth = conditionals.depth();
        if (conditionals.obey(name, rest)) {
            if (alternatives != null) {
                choose(alternatives, name, start, end);
            }
            branchEnds(name, rest, depth, start, end);
        } else if (conditionals.isActive()) {
            obey(name, rest, start);
        } else if (offSince >= 0 && conditionals.depth() == offDepth && name.equals("include")) {
            flush(start);
            include(rest, false);
        }
        return end;
    }

    /** Leaves a branch for later that cannot be meant to be read with an earlier one. */
    private void choose(Alternatives among, String name, int start, int end) {
        boolean begins = name.startsWith("if");
        if (!begins) {
            among.end(start);
        }
        if (!name.equals("endif") && !among.begin(end, begins && braces == 0 && conditionals.isAssumed())) {
            conditionals.leaveOut();
        }
    }

    /** Keeps track of branches that are not read. */
    private void branchEnds(String name, String rest, int depth, int start, int end) {
        if (offSince >= 0) {
            if (name.startsWith("if") || depth > offDepth) {
                return;
            }
            other(offSince, start);
            offSince = -1;
        }
        if (!conditionals.isActive() && conditionals.isOpenAround() && !Conditionals.isDead(rest)) {
            offSince = end;
            offDepth = conditionals.depth();
        }
    }

    private void other(int from, int to) {
        int brace = text.indexOf('{', from);
        if (braces == 0 && brace >= 0 && brace < to) {
            others.add(new Branch(from, to));
        }
    }

    private int endOfDirective(int start, int to) {
        int at = start;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '\n' || (c == '\r' && (at + 1 >= to || text.charAt(at + 1) != '\n'))) {
                return at;
            }
            int comment = c == '/' ? endOfComment(at, to) : at;
            if (comment > at) {
                at = comment;
            } else if (c == '\\') {
                at += text.startsWith("\\\r\n", at) ? 3 : 2;
            } else if (c == '"') {
                at = Token.endOfLiteral(text, at);
            } else {
                at++;
            }
        }
        return to;
    }

    private String withoutComments(int from, int to) {
        StringBuilder line = new StringBuilder();
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            int end = c == '/' ? endOfComment(at, to) : at;
            if (end > at) {
                line.append(' ');
                at = end;
            } else if (c == '"' || c == '\'') {
                end = Math.min(to, Token.endOfLiteral(text, at));
                line.append(text, at, end);
                at = end;
            } else {
                line.append(c == '\n' || c == '\r' ? ' ' : c == '\\' && isLineEnd(at + 1) ? ' ' : c);
                at++;
            }
        }
        return line.toString();
    }

    private boolean isLineEnd(int at) {
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private void obey(String name, String rest, int start) {
        switch (name) {
            case "define" -> {
                Macro macro = Macro.read(rest);
                if (macro != null) {
                    flush(start);
                    macros.define(macro);
                }
            }
            case "undef" -> {
                flush(start);
                macros.undefine(rest);
            }
            case "include", "include_next", "import" -> {
                flush(start);
                include(rest, true);
            }
            default -> {}
        }
    }

    private void include(String rest, boolean chosen) {
        int end = rest.isEmpty() ? -1 : rest.startsWith("<") ? rest.indexOf('>') : rest.startsWith("\"") ? rest.indexOf('"', 1) : -1;
        if (end > 1) {
            includes.include(rest.substring(1, end), rest.startsWith("<"), chosen);
        }
    }

    /** Replaces the macros in what was read since the last change of the table. */
    private void flush(int to) {
        if (pending < to) {
            replacement.replace(pending, to);
        }
        pending = to;
    }
}
