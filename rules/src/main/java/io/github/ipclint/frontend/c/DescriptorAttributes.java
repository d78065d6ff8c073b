package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Argument;
import io.github.ipclint.ir.TranslationUnit.Attribute;
import io.github.ipclint.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of GNU C by which a prototype says that an argument must be an open descriptor: {@code fd_arg(n)}, {@code
 * fd_arg_read(n)}, {@code fd_arg_write(n)}, with arguments counted from 1 (GCC manual, Common Function Attributes).
 */
final class DescriptorAttributes {
    /** Any of these names may be written between double underscores. */
    private static final Pattern FORM = Pattern.compile("\\b(?:__)?fd_arg(_read|_write)?(?:__)?\\s*\\(\\s*(\\d{1,3})\\s*\\)");

    private DescriptorAttributes() {}

    static boolean areIn(String text) {
        return text.contains("fd_arg") && FORM.matcher(text).find();
    }

    /** Those in the text alone, without the attributes around them, which the grammar may not know. */
    static String only(String text) {
        return FORM.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(", "));
    }

    /** What they say, in our words. */
    static List<Attribute> read(String text, List<Variable> parameters, SourceRange at) {
        List<Attribute> attributes = new ArrayList<>();
        FORM.matcher(text).results().forEach(match -> {
            int index = Integer.parseInt(match.group(2)) - 1;
            if (index >= 0 && index < parameters.size()) {
                attributes.add(uses(parameters.get(index), match.group(1), at));
            }
        });
        return attributes;
    }

    private static Attribute uses(Variable parameter, @Nullable String direction, SourceRange at) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(new Argument(new Expression.Read(new Place.Cell(parameter)), null));
        if (direction != null) {
            arguments.add(new Argument(new Expression.NamedConstant(direction.equals("_read") ? "readable" : "writable"), null));
        }
        return new Attribute("uses", List.copyOf(arguments), at);
    }
}
