package io.github.ipclint.topology;

import io.github.ipclint.engine.Event.ObjectUse;
import io.github.ipclint.engine.Event.TouchedObject;
import io.github.ipclint.model.Effect;
import io.github.ipclint.model.Effect.Fact;
import io.github.ipclint.model.Effect.Namespace;
import io.github.ipclint.model.Effect.Need;
import io.github.ipclint.model.HandleKind;
import java.util.List;

/** What a channel's name leads to. Paths name several kinds of nodes; which, the calls of the programs that use them tell. */
public enum Node {
    FIFO,
    SOCKET,
    REGULAR,
    /** A path, and no program shows what is there. */
    UNKNOWN_FILE,
    /** Not in the file system: the namespace says it all. */
    OBJECT;

    /** What this touch alone shows. */
    static Node shownBy(TouchedObject event) {
        if (event.object().namespace() != Namespace.FILE) {
            return OBJECT;
        }
        if (makesFifo(event)) {
            return FIFO;
        }
        if (event.model().all(Effect.Uses.class).stream().anyMatch(uses -> uses.needs().contains(Need.SOCKET))) {
            return SOCKET;
        }
        boolean sized = event.use() == ObjectUse.MAP || event.use() == ObjectUse.SIZE;
        return sized || makesFile(event) ? REGULAR : UNKNOWN_FILE;
    }

    /** The strongest of what several touches by one program show: who makes a FIFO and opens it with O_CREAT opens a FIFO. */
    static Node strongest(List<Node> shown) {
        return shown.stream().min(Node::compareTo).orElse(UNKNOWN_FILE);
    }

    static boolean makesFifo(TouchedObject event) {
        return event.use() == ObjectUse.CREATE
                && event.model().all(Effect.Becomes.class).stream().anyMatch(becomes -> becomes.facts().contains(Fact.FIFO));
    }

    /** O_CREAT means a new file; a stdio mode "w" as well opens whatever is there. */
    private static boolean makesFile(TouchedObject event) {
        return event.use() == ObjectUse.CREATE
                && event.model().all(Effect.Acquires.class).stream().anyMatch(acquires -> acquires.kind().equals(HandleKind.FILE.word()));
    }
}
