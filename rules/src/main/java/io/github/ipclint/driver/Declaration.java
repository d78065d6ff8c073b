package io.github.ipclint.driver;

/** How far a Java declaration reaches, read from its brackets alone: code that does not compile has suppressions too. */
final class Declaration {
    private Declaration() {}

    /** Offset of the bracket that closes the one at {@code open}; the end of the code when there is none. */
    static int closing(String code, int open) {
        int depth = 0;
        for (int i = open; i < code.length(); i++) {
            switch (code.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return code.length();
    }

    /**
     * Offset of the last character of the declaration that starts at {@code from}: its body's brace, its semicolon, or the
     * bracket around it when it is a parameter.
     *
     * @param code without comments and literals
     */
    static int end(String code, int from) {
        boolean initialiser = false;
        for (int i = from; i < code.length(); i++) {
            switch (code.charAt(i)) {
                case '(', '[' -> i = closing(code, i);
                case '{' -> {
                    i = closing(code, i);
                    if (!initialiser) {
                        return i;
                    }
                }
                case '=' -> initialiser = true;
                case ';', ')', ']', '}' -> {
                    return i;
                }
                default -> {}
            }
        }
        return code.length();
    }
}
