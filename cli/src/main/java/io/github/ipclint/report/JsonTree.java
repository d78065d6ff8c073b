package io.github.ipclint.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;

/** JSON written while the data is walked: nesting in the code is nesting in the file. */
public final class JsonTree {
    /** The members of an object. */
    @FunctionalInterface
    public interface Members {
        void write() throws IOException;
    }

    /** Writes one item of an array. */
    @FunctionalInterface
    public interface Items<T> {
        void write(T item) throws IOException;
    }

    private final Writer out;
    private final JsonWriter json;

    public JsonTree(Writer out) {
        this.out = out;
        this.json = new JsonWriter(out);
        json.setIndent("  ");
    }

    public void object(Members members) throws IOException {
        json.beginObject();
        members.write();
        json.endObject();
    }

    public void object(String name, Members members) throws IOException {
        json.name(name);
        object(members);
    }

    public <T> void array(Iterable<T> items, Items<T> each) throws IOException {
        json.beginArray();
        for (T item : items) {
            each.write(item);
        }
        json.endArray();
    }

    public <T> void array(String name, Iterable<T> items, Items<T> each) throws IOException {
        json.name(name);
        array(items, each);
    }

    public void field(String name, String value) throws IOException {
        json.name(name);
        value(value);
    }

    public void field(String name, long value) throws IOException {
        json.name(name).value(value);
    }

    public void field(String name, boolean value) throws IOException {
        json.name(name).value(value);
    }

    public void value(String value) throws IOException {
        json.value(VisibleText.wellFormed(value));
    }

    /** Ends the file. */
    public void finish() throws IOException {
        json.flush();
        out.write('\n');
        out.flush();
    }
}
