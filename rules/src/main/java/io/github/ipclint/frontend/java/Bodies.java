package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;

/** Forgets what a file is not needed for: of other files only the signatures and the values of constants count. */
final class Bodies {
    private Bodies() {}

    static void remove(CompilationUnit unit) {
        unit.getTypes().forEach(Bodies::remove);
        forgetTokens(unit);
    }

    private static void remove(TypeDeclaration<?> type) {
        for (BodyDeclaration<?> member : type.getMembers()) {
            switch (member) {
                case MethodDeclaration method -> method.removeBody();
                case ConstructorDeclaration constructor -> constructor.setBody(new BlockStmt());
                case InitializerDeclaration initializer -> initializer.setBody(new BlockStmt());
                case TypeDeclaration<?> inner -> remove(inner);
                default -> {}
            }
        }
        if (type instanceof EnumDeclaration enumeration) {
            enumeration.getEntries().forEach(entry -> entry.getClassBody().clear());
        }
    }

    /** Every node holds on to all tokens of its file. */
    private static void forgetTokens(Node node) {
        node.setTokenRange(null);
        node.getChildNodes().forEach(Bodies::forgetTokens);
    }
}
