package io.github.ipclint.frontend.c;

import io.github.ipclint.ir.IrPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the intermediate representation of files, or with {@code --tree} first their syntax trees: a debugging aid. */
final class Dump {
    private Dump() {}

    public static void main(String[] arguments) throws IOException {
        boolean tree = arguments.length > 0 && arguments[0].equals("--tree");
        for (int i = tree ? 1 : 0; i < arguments.length; i++) {
            byte[] content = Files.readAllBytes(Path.of(arguments[i]));
            if (tree) {
                show(Parsing.parse(SourceText.of(arguments[i], content)), 0);
            }
            System.out.print(IrPrinter.print(new CFrontEnd().parse(arguments[i], content)));
        }
    }

    private static void show(Syntax node, int depth) {
        String role = node.field() == null ? "" : node.field() + ": ";
        System.out.println("  ".repeat(depth) + role + node.type() + (node.children().isEmpty() ? " `" + node.text() + "`" : ""));
        node.children().forEach(child -> show(child, depth + 1));
    }
}
