package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;

/** Forgets what a file is not needed for: of other files only the signatures count. */
final class Bodies {
    private Bodies() {}

    static void remove(CompilationUnit unit) {
        unit.findAll(MethodDeclaration.class).forEach(MethodDeclaration::removeBody);
        unit.findAll(ConstructorDeclaration.class).forEach(constructor -> constructor.setBody(new BlockStmt()));
    }
}
