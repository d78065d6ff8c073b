package io.github.ipclint.probe.peer;

import java.util.List;

/** The arguments of a call in the peer, behind its name. */
record Arguments(List<String> fields) {
    String text(int index) {
        return fields.get(index + 1);
    }

    long word(int index) {
        return Long.parseLong(text(index));
    }

    int number(int index) {
        return (int) word(index);
    }
}
