package io.github.ipclint.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Every text of ours on the page, in one file for translation; holes are {@code {0}}, {@code {1}} … */
final class Texts {
    private static final Properties ENGLISH = load();

    private Texts() {}

    /** @throws IllegalArgumentException when the file lacks the text */
    static String text(String key, Object... arguments) {
        String text = ENGLISH.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("texts.properties has no '" + key + "'");
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** The form that goes with the number: {@code key.one} or {@code key.many}. */
    static String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".many"), number);
    }

    private static Properties load() {
        Properties texts = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream("texts.properties")) {
            if (in == null) {
                throw new IllegalStateException("texts.properties is missing from the class path");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
