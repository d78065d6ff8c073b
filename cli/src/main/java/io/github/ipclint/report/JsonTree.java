package io.github.ipclint.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;

/** JSON written while the data is walked: nesting in the code is nesting in the file. */
final class JsonTree {
    /** The members of an object. */
    @FunctionalInterface
    interface Members {
        void write() throws IOException;
    }

    /** Writes one item of an array. */
    @FunctionalInterface
    interface Items<T> {
        void write(T item) throws IOException;
    }

    private final Writer out;
    private final JsonWriter json;

    JsonTree(Writer out) {
        this.out = out;
        this.json = new JsonWriter(out);
        json.setIndent("  ");
    }

    void object(Members members) throws IOException {
        json.beginObject();
        members.write();
        json.endObject();
    }

    void object(String name, Members members) throws IOException {
        json.name(name);
        object(members);
    }

    <T> void array(Iterable<T> items, Items<T> each) throws IOException {
        json.beginArray();
        for (T item : items) {
            each.write(item);
        }
        json.endArray();
    }

    <T> void array(String name, Iterable<T> items, Items<T> each) throws IOException {
        json.name(name);
        array(items, each);
    }

    void field(String name, String value) throws IOException {
        json.name(name);
        value(value);
    }

    void field(String name, long value) throws IOException {
        json.name(name).value(value);
    }

    void field(String name, boolean value) throws IOException {
        json.name(name).value(value);
    }

    void value(String value) throws IOException {
        json.value(VisibleText.wellFormed(value));
    }

    /** Ends the file. */
    void finish() throws IOException {
        json.flush();
        out.write('\n');
        out.flush();
    }
}
