package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node of the syntax tree, copied from the parser. Comments and tokens without a role in the grammar are left out.
 */
final class Syntax {
    private static final Set<String> WITH_EFFECTS = Set.of(
            "call_expression", "assignment_expression", "update_expression", "compound_statement", "compound_literal_expression",
            "gnu_asm_expression");

    private final String type;
    private final @Nullable String field;
    private final int start;
    private final int end;
    private final Positions positions;
    private final List<Syntax> children;
    private final boolean broken;
    private final boolean effects;
    private final boolean logic;
    private final int depth;

    /**
     * @param type kind of the node, in the words of the grammar
     * @param field its role in the parent
     */
    Syntax(String type, @Nullable String field, int start, int end, Positions positions, List<Syntax> children) {
        this.type = type;
        this.field = field;
        this.start = start;
        this.end = end;
        this.positions = positions;
        this.children = List.copyOf(children);
        boolean anyBroken = isError() || isMissing();
        boolean anyEffect = WITH_EFFECTS.contains(type);
        boolean anyLogic = type.equals("&&") || type.equals("||");
        int deepest = 0;
        for (Syntax child : this.children) {
            anyBroken |= child.broken;
            anyEffect |= child.effects;
            anyLogic |= child.logic;
            deepest = Math.max(deepest, child.depth);
        }
        this.broken = anyBroken;
        this.effects = anyEffect;
        this.logic = anyLogic;
        this.depth = deepest + 1;
    }

    String type() {
        return type;
    }

    @Nullable String field() {
        return field;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    List<Syntax> children() {
        return children;
    }

    boolean is(String other) {
        return type.equals(other);
    }

    /** Text that fits no rule of the grammar. */
    boolean isError() {
        return type.equals("ERROR");
    }

    /** A token that the parser made up. */
    private boolean isMissing() {
        return start == end && children.isEmpty() && !type.equals("translation_unit");
    }

    /** Whether part of it could not be parsed. */
    boolean isBroken() {
        return broken;
    }

    /** Whether evaluating it may do more than give a value. */
    boolean hasEffects() {
        return effects;
    }

    /** Levels of nesting. */
    int depth() {
        return depth;
    }

    /** Whether {@code &&} or {@code ||} is in it. */
    boolean hasLogic() {
        return logic;
    }

    /** The text that was parsed, after expansion of macros. */
    String text() {
        return positions.text().substring(start, end);
    }

    /** Whether the word stands nowhere else in the text. */
    boolean isOnlyUse() {
        String word = text();
        String all = positions.text();
        for (int at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + 1)) {
            boolean whole = (at == 0 || !Token.isNamePart(all.charAt(at - 1)))
                    && (at + word.length() == all.length() || !Token.isNamePart(all.charAt(at + word.length())));
            if (whole && at != start) {
                return false;
            }
        }
        return true;
    }

    /** The text up to an offset. */
    String text(int until) {
        return positions.text().substring(start, until);
    }

    /** The text as the user wrote it. */
    String written() {
        return positions.written(start, end);
    }

    SourceRange range() {
        return positions.range(start, end);
    }

    /** Range of part of the text that was parsed. */
    SourceRange range(int from, int to) {
        return positions.range(from, to);
    }

    /** Whether the tree is that of the same text. */
    boolean isOf(Positions other) {
        return positions.text().equals(other.text());
    }

    /** The child in this role. */
    @Nullable Syntax child(String role) {
        for (Syntax child : children) {
            if (role.equals(child.field)) {
                return child;
            }
        }
        return null;
    }

    /** All children in this role. */
    List<Syntax> children(String role) {
        List<Syntax> found = new ArrayList<>();
        for (Syntax child : children) {
            if (role.equals(child.field)) {
                found.add(child);
            }
        }
        return found;
    }

    /** The first child of this kind. */
    @Nullable Syntax first(String kind) {
        for (Syntax child : children) {
            if (child.type.equals(kind)) {
                return child;
            }
        }
        return null;
    }

    /** The text of the child in this role, empty where there is none. */
    String textOf(String role) {
        Syntax child = child(role);
        return child == null ? "" : child.text();
    }

    @Override
    public String toString() {
        return (field == null ? "" : field + ": ") + type + (children.isEmpty() ? " " + text() : " " + children);
    }
}
