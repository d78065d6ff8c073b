package io.github.ipclint.driver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** Tells two sets of sources apart: SHA-256 over their names and contents, in the order of the names. */
final class InputDigest {
    private InputDigest() {}

    static String of(SortedMap<String, byte[]> sources) {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            sources.forEach((path, content) -> {
                all.update(digest(path.getBytes(StandardCharsets.UTF_8)));
                all.update(digest(content));
            });
            return HexFormat.of().formatHex(all.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
