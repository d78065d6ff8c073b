package io.github.ipclint.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What stays the same of a finding while the code around it moves: rule, path, function, statement without layout, and an
 * ordinal among findings that agree in all of these. No line, no column, no message.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record Fingerprint(String value) {
    /** Names the recipe; a change of the recipe needs a new name, or every baseline would go stale unseen. */
    public static final String SCHEME = "ipclint/v1";

    private static final int HEX_DIGITS = 32;

    /**
     * Fingerprints of a whole run. Suppressed findings belong in it too: otherwise allowing the first of two equal statements
     * would give its fingerprint to the second.
     */
    public static Map<Finding, Fingerprint> of(Collection<Finding> findings) {
        Map<Finding, Fingerprint> fingerprints = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        findings.stream().distinct().sorted().forEach(finding -> {
            String key = key(finding);
            int ordinal = seen.merge(key, 1, Integer::sum);
            fingerprints.put(finding, new Fingerprint(hash(key + '\0' + ordinal)));
        });
        return fingerprints;
    }

    private static String key(Finding finding) {
        return String.join(
                "\0", SCHEME, finding.rule().id(), finding.at().path(), finding.function(), withoutLayout(finding.statement()));
    }

    /** White space goes unless it separates two words, so that reformatting changes nothing. */
    static String withoutLayout(String statement) {
        StringBuilder out = new StringBuilder(statement.length());
        boolean gap = false;
        for (int i = 0; i < statement.length(); i++) {
            char c = statement.charAt(i);
            if (Character.isWhitespace(c)) {
                gap = true;
                continue;
            }
            if (gap && !out.isEmpty() && isWord(out.charAt(out.length() - 1)) && isWord(c)) {
                out.append(' ');
            }
            gap = false;
            out.append(c);
        }
        return out.toString();
    }

    private static boolean isWord(char c) {
        return Character.isUnicodeIdentifierPart(c) || c == '$';
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
