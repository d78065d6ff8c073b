package io.github.ipclint.model;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.TranslationUnit.Argument;
import io.github.ipclint.ir.TranslationUnit.Attribute;
import io.github.ipclint.model.Effect.BlockReason;
import io.github.ipclint.model.Effect.CallTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The vocabulary: which attribute takes what, and which effect it means. */
final class EffectForms {
    /** Makes the effect of checked arguments. */
    private interface Maker {
        Effect make(Arguments arguments) throws MalformedAttribute;
    }

    /**
     * What an attribute may look like.
     *
     * @param least and {@code most} arguments by position
     */
    private record Form(int least, int most, Set<String> options, Maker maker) {}

    private static final int ANY = Integer.MAX_VALUE;

    private static final Map<String, Form> FORMS = Map.ofEntries(
            form("fails", 1, ANY, EffectForms::fails, "stuck"),
            form("must_check", 0, 0, a -> new Effect.MustCheck(a.condition())),
            form("acquires", 2, 2, a -> new Effect.Acquires(a.slot(0), a.kind(1), a.option("mode"), a.condition()), "mode"),
            form("releases", 1, 2, a -> new Effect.Releases(a.slot(0), a.count() > 1 ? a.kind(1) : null, a.condition())),
            form("releases_range", 1, 2, a -> new Effect.ReleasesRange(a.slot(0), a.optionalSlot(1), a.condition())),
            form("uses", 1, ANY, a -> new Effect.Uses(a.slot(0), a.choices(1, Effect.Need.class), a.condition())),
            form("becomes", 2, ANY, a -> new Effect.Becomes(a.slot(0), a.choices(1, Effect.Fact.class), a.condition())),
            form("duplicates", 2, 2, a -> new Effect.Duplicates(a.slot(0), a.slot(1), a.option("at"), a.condition()), "at"),
            form("wraps", 2, 2, a -> new Effect.Wraps(a.slot(0), a.slot(1), a.condition())),
            form("view", 2, 2, a -> new Effect.View(a.slot(0), a.slot(1), a.condition())),
            form("passes", 1, 1, a -> new Effect.Passes(a.slot(0), a.condition())),
            form("names", 3, 3, a -> new Effect.Names(a.slot(0), a.choice(1, Effect.Namespace.class), a.slot(2), a.condition())),
            form("creates", 1, 1, EffectForms::creates, "exclusive", "mode", "size"),
            form("removes", 1, 2, EffectForms::removes),
            form("sizes", 2, 2, a -> new Effect.Sizes(a.slot(0), a.slot(1), a.condition())),
            form("maps", 2, 3, EffectForms::maps, "prot"),
            form("unmaps", 1, 2, a -> new Effect.Unmaps(a.slot(0), a.optionalSlot(1), a.condition())),
            form("reads", 1, 2, a -> new Effect.ReadsMemory(a.slot(0), a.optionalSlot(1), a.condition())),
            form("fills", 1, 2, a -> new Effect.FillsMemory(a.slot(0), a.optionalSlot(1), a.condition())),
            form("formats", 1, 2, a -> new Effect.Formats(a.slot(0), a.count() > 1 ? a.number(1) : -1, a.condition())),
            form("terminated", 1, 1, a -> new Effect.Terminated(a.slot(0), a.condition())),
            form("value", 1, 2, EffectForms::value),
            form("allows", 2, 2, a -> new Effect.Allows(a.slot(0), a.slot(1), a.condition())),
            form("transfers", 2, 4, EffectForms::transfers, "header", "eof"),
            form("blocks", 1, 2, EffectForms::blocks),
            form("awaits", 4, 4, a -> new Effect.Awaits(a.slot(0), a.slot(1), a.slot(2), a.slot(3), a.condition())),
            form("orders_after", 1, 1, a -> new Effect.OrdersAfter(a.slot(0), a.condition())),
            form("orders_before", 1, 1, a -> new Effect.OrdersBefore(a.slot(0), a.condition())),
            form("forks", 0, 1, EffectForms::forks),
            form("execs", 1, 2, a -> new Effect.Execs(a.slot(0), a.optionalSlot(1), a.condition())),
            form("spawns", 1, 2, a -> new Effect.Spawns(a.slot(0), a.optionalSlot(1), a.condition())),
            form("waits", 1, 1, EffectForms::waits),
            form("ends_process", 1, 1, a -> new Effect.EndsProcess(a.choice(0, Effect.Ending.class), a.condition())),
            form("calls", 2, 2, EffectForms::calls, "argument"),
            form("disposition", 2, 3, a -> new Effect.Disposition(a.slot(0), a.slot(1), a.optionalSlot(2), a.condition())),
            form("masks", 1, 2, a -> new Effect.Masks(a.slot(0), a.optionalSlot(1), a.condition())),
            form("sends_signal", 1, 2, EffectForms::sendsSignal),
            form("argument", 1, 1, a -> new Effect.RequiresArgument(a.number(0), a.condition())));

    private EffectForms() {}

    private static Map.Entry<String, Form> form(String name, int least, int most, Maker maker, String... options) {
        return Map.entry(name, new Form(least, most, Set.of(options), maker));
    }

    /** The attributes that mean effects. */
    static Set<String> names() {
        return FORMS.keySet();
    }

    /** The effect that an attribute means. */
    static Effect effect(Attribute attribute, Slots slots) throws MalformedAttribute {
        Form form = FORMS.get(attribute.name());
        if (form == null) {
            throw new MalformedAttribute(attribute.at(), "unknown attribute '" + attribute.name() + "'");
        }
        Arguments arguments = Arguments.of(attribute, slots);
        if (arguments.count() < form.least()) {
            throw arguments.malformed("needs " + form.least() + " arguments");
        }
        if (arguments.count() > form.most()) {
            throw arguments.malformed("takes at most " + form.most() + " arguments");
        }
        for (String option : arguments.given()) {
            if (!form.options().contains(option)) {
                throw arguments.malformed("does not take '" + option + "(…)'");
            }
        }
        return form.maker().make(arguments);
    }

    private static Effect fails(Arguments a) throws MalformedAttribute {
        Attribute thrown = a.nested(0);
        boolean exceptions = thrown != null && thrown.name().equals("throws");
        List<String> causes = new ArrayList<>(exceptions ? a.nestedWords(0) : a.words(1));
        List<String> stuck = a.words("stuck");
        causes.addAll(stuck);
        return new Effect.Fails(exceptions ? null : a.slot(0), List.copyOf(causes), Collections.unmodifiableSet(new LinkedHashSet<>(stuck)),
                a.condition());
    }

    private static Effect creates(Arguments a) throws MalformedAttribute {
        return new Effect.Creates(a.slot(0), a.option("exclusive"), a.option("mode"), a.option("size"), a.condition());
    }

    private static Effect removes(Arguments a) throws MalformedAttribute {
        if (a.count() == 1) {
            return new Effect.Removes(a.slot(0), null, null, a.condition());
        }
        return a.isChoice(0, Effect.Namespace.class)
                ? new Effect.Removes(null, a.choice(0, Effect.Namespace.class), a.slot(1), a.condition())
                : new Effect.Removes(a.slot(0), a.choice(1, Effect.Namespace.class), null, a.condition());
    }

    private static Effect maps(Arguments a) throws MalformedAttribute {
        return new Effect.Maps(a.slot(0), a.slot(1), a.optionalSlot(2), a.option("prot"), a.condition());
    }

    private static Effect value(Arguments a) throws MalformedAttribute {
        Attribute nested = a.nested(1);
        if (nested != null && nested.name().equals("length")) {
            return new Effect.LengthValue(a.slot(0), a.only(1), a.condition());
        }
        if (nested != null && nested.name().equals("format")) {
            return formatted(a, nested);
        }
        return new Effect.Value(a.slot(0), a.optionalSlot(1), a.condition());
    }

    private static Effect formatted(Arguments a, Attribute format) throws MalformedAttribute {
        List<Expression> values = new ArrayList<>();
        boolean rest = false;
        for (Argument argument : format.arguments()) {
            if (argument.expression() instanceof Expression.NamedConstant(String name) && name.equals("args")) {
                rest = true;
            } else {
                values.add(a.slots().read(argument, format.at()));
            }
        }
        if (values.isEmpty()) {
            throw a.malformed("'format' needs a format");
        }
        return new Effect.FormattedValue(a.slot(0), values.getFirst(), List.copyOf(values.subList(1, values.size())), rest, a.condition());
    }

    private static Effect transfers(Arguments a) throws MalformedAttribute {
        Effect.Direction direction = a.choice(0, Effect.Direction.class);
        return new Effect.Transfers(
                direction, a.slot(1), a.optionalSlot(2), a.optionalSlot(3), a.type("header"), a.option("eof"), a.condition());
    }

    private static Effect blocks(Arguments a) throws MalformedAttribute {
        if (a.is(0, "any")) {
            return new Effect.Blocks(BlockReason.SLOT, null, a.condition());
        }
        for (String word : List.of("child", "time", "peer_open", "signal", "synchronization", "lock")) {
            if (a.is(0, word)) {
                return new Effect.Blocks(a.choice(0, BlockReason.class), a.optionalSlot(1), a.condition());
            }
        }
        return new Effect.Blocks(BlockReason.SLOT, a.slot(0), a.condition());
    }

    private static Effect forks(Arguments a) throws MalformedAttribute {
        if (a.count() > 0 && !a.is(0, "vfork")) {
            throw a.malformed("only 'vfork' can stand here");
        }
        return new Effect.Forks(a.count() > 0, a.condition());
    }

    private static Effect waits(Arguments a) throws MalformedAttribute {
        Attribute child = a.nested(0);
        if (child == null && a.is(0, "any")) {
            return new Effect.Waits(null, a.condition());
        }
        if (child == null || !child.name().equals("child")) {
            throw a.malformed("says 'child(pid)' or 'any'");
        }
        return new Effect.Waits(a.only(0), a.condition());
    }

    private static Effect calls(Arguments a) throws MalformedAttribute {
        Attribute signal = a.nested(1);
        if (signal != null && signal.name().equals("signal")) {
            return new Effect.Calls(a.slot(0), CallTime.SIGNAL, a.only(1), a.option("argument"), a.condition());
        }
        CallTime time = a.is(1, "atexit") ? CallTime.AT_EXIT : a.choice(1, CallTime.class);
        return new Effect.Calls(a.slot(0), time, null, a.option("argument"), a.condition());
    }

    private static Effect sendsSignal(Arguments a) throws MalformedAttribute {
        @Nullable Expression pid = a.count() > 1 ? a.slot(0) : null;
        return new Effect.SendsSignal(pid, a.slot(a.count() - 1), a.condition());
    }
}
