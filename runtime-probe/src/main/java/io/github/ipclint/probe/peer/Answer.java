package io.github.ipclint.probe.peer;

import io.github.ipclint.probe.libc.Result;
import java.util.List;

/**
 * What a call in the peer gave.
 *
 * @param text data that it read, else empty
 */
public record Answer(Result result, String text) {
    static Answer of(Result result) {
        return new Answer(result, "");
    }

    static Answer of(long value) {
        return of(new Result(value, 0));
    }

    List<String> fields() {
        return List.of(Long.toString(result.value()), Integer.toString(result.errno()), text);
    }

    static Answer parse(List<String> fields) {
        return new Answer(new Result(Long.parseLong(fields.get(0)), Integer.parseInt(fields.get(1))), fields.get(2));
    }

    /** The result as an int, of a call that must have succeeded. */
    public int number() {
        return result.orFail("a call in the peer").number();
    }
}
