package io.github.ipclint.topology;

import io.github.ipclint.engine.Event.TouchedObject;
import io.github.ipclint.engine.Exploration;
import io.github.ipclint.engine.Site;
import java.util.Comparator;
import java.util.List;

/** One program's touch of a channel. */
public record Endpoint(Exploration program, TouchedObject event) implements Comparable<Endpoint> {
    private static final Comparator<Endpoint> ORDER =
            Comparator.comparing(Endpoint::unit).thenComparing(Endpoint::site).thenComparing(endpoint -> endpoint.event().use());

    public Site site() {
        return event.site();
    }

    /** Path of the file that the program starts in. */
    public String unit() {
        return program.root().unit();
    }

    /** Whether this is the call that makes a FIFO of the path. */
    public boolean makesFifo() {
        return Node.makesFifo(event);
    }

    /** Whether one process comes here first and then to the other place, going by the order of exploration and of the text. */
    public boolean precedes(Endpoint other) {
        if (program != other.program || event.process() != other.event.process()) {
            return false;
        }
        List<TouchedObject> order = program.log().all(TouchedObject.class);
        return order.indexOf(event) < order.indexOf(other.event) && site().compareTo(other.site()) < 0;
    }

    /** By program, then by place. */
    @Override
    public int compareTo(Endpoint other) {
        return ORDER.compare(this, other);
    }
}
