package io.github.ipclint.rule;

import io.github.ipclint.engine.Event;
import io.github.ipclint.engine.Event.ObjectUse;
import io.github.ipclint.engine.EventLog;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.HandleState;
import io.github.ipclint.engine.Symbol;
import io.github.ipclint.engine.Value;
import io.github.ipclint.finding.Finding;
import io.github.ipclint.finding.Level;
import io.github.ipclint.finding.RuleInfo;
import io.github.ipclint.finding.TraceStep.Meaning;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.topology.Channel;
import io.github.ipclint.topology.Endpoint;
import io.github.ipclint.topology.Node;
import io.github.ipclint.topology.SystemGraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Objects that outlive every process, that programs create and none removes. */
record LeftoverObjects(SystemGraph system) {
    /** The finding for a channel, if it is left behind. */
    Optional<Finding> finding(Channel channel, RuleInfo rule) {
        List<Endpoint> creations = creations(channel);
        if (creations.isEmpty() || !isKnown(channel) || channel.programs().stream().anyMatch(Exploration::isCut)) {
            return Optional.empty();
        }
        List<Endpoint> removals = channel.all(ObjectUse.REMOVE);
        boolean stale = channel.node() == Node.FIFO && channel.isOnlyRemovedAtStart();
        if ((!removals.isEmpty() && !stale) || mayBeRemovedOtherwise(channel, creations)) {
            return Optional.empty();
        }
        return Optional.of(report(rule, channel, creations, stale));
    }

    /** Only programs: what a library makes, its callers may remove. */
    private static List<Endpoint> creations(Channel channel) {
        return channel.all(ObjectUse.CREATE).stream()
                .filter(creation -> creation.program().isProgram())
                .filter(creation -> channel.node() != Node.FIFO || creation.makesFifo())
                .toList();
    }

    /** Named to some extent, or anonymous and known by the very call that made it. */
    private static boolean isKnown(Channel channel) {
        return channel.isPartlyNamed() || (channel.object().name() == null && channel.object().identity() != null
                && channel.all(ObjectUse.CREATE).stream()
                        .anyMatch(creation -> channel.object().identity().equals(creation.event().handle())));
    }

    private boolean mayBeRemovedOtherwise(Channel channel, List<Endpoint> creations) {
        return LastingFifos.isMeantToLast(channel, creations)
                || system.mayBeRemovedUnseen(channel)
                || creations.stream().anyMatch(LeftoverObjects::isHandedOut)
                || channel.programs().stream().anyMatch(program -> isNamedToAnotherProgram(channel, program));
    }

    /** The id went to something unknown, or to the user, who may remove the object. */
    private static boolean isHandedOut(Endpoint creation) {
        Symbol handle = creation.event().handle();
        return handle != null
                && (tables(creation.program()).map(table -> table.get(handle)).anyMatch(LeftoverObjects::isEscaped)
                        || isPrinted(creation, handle));
    }

    /** A nameless object is of no use to a program without children, unless another one is told the id. */
    private static boolean isPrinted(Endpoint creation, Symbol handle) {
        EventLog log = creation.program().log();
        return creation.event().object().name() == null && log.all(Event.Forked.class).isEmpty() && log.all(Event.Called.class).stream()
                .anyMatch(call -> call.model().has(Effect.Formats.class) && call.arguments().contains(Value.of(handle)));
    }

    private static boolean isEscaped(@Nullable HandleState handle) {
        return handle != null && handle.isOpen() && handle.escaped();
    }

    private static Stream<Map<Symbol, HandleState>> tables(Exploration program) {
        return Stream.concat(
                program.log().all(Event.Ended.class).stream().map(Event.Ended::table),
                program.log().all(Event.EnteredEndlessLoop.class).stream().map(Event.EnteredEndlessLoop::table));
    }

    /** As in {@code rm PATH} or {@code ipcrm -Q KEY}, started by the program. */
    private static boolean isNamedToAnotherProgram(Channel channel, Exploration program) {
        String name = channel.object().name();
        return name != null && program.log().all(Event.Called.class).stream()
                .filter(call -> startsProgram(call.model()))
                .flatMap(call -> call.arguments().stream())
                .anyMatch(argument -> argument instanceof Value.Text(String text) && text.contains(name));
    }

    private static boolean startsProgram(FunctionModel model) {
        return model.has(Effect.Execs.class) || model.has(Effect.Spawns.class);
    }

    private static Finding report(RuleInfo rule, Channel channel, List<Endpoint> creations, boolean stale) {
        Endpoint first = creations.getFirst();
        String name = ChannelNaming.name(channel);
        Story story = Story.of(rule)
                .step(first.site(), name + " is created here", Meaning.CREATION, first.event().process());
        creations.stream()
                .filter(other -> !other.site().at().equals(first.site().at()))
                .forEach(other -> story.related(other.site(), "also created here"));
        String fate = stale
                ? "removed only when the program starts again; it stays behind after every run"
                : "never removed; it stays behind when its users have ended";
        return story.at(
                first.site(), stale ? Level.NOTE : rule.level(),
                name + " is created by " + ChannelNaming.programs(creations) + " and " + fate);
    }
}
