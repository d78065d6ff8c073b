package io.github.ipclint.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import io.github.ipclint.ir.TranslationUnit.Problem;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import io.github.ipclint.model.FunctionModel;
import io.github.ipclint.model.ModelReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The models of the JDK, read from the stub classes that we ship. */
public final class JavaModels {
    private static final String FOLDER = "/io/github/ipclint/model/java/";

    /** One stub file per package of the JDK. */
    private static final List<String> STUBS =
            List.of(
                    "lang.java",
                    "io.java",
                    "net.java",
                    "nio.java",
                    "channels.java",
                    "file.java",
                    "util.java",
                    "zip.java",
                    "concurrent.java",
                    "locks.java",
                    "atomic.java",
                    "foreign.java",
                    "ssl.java");

    private static final String MAP_MODE = "java.nio.channels.FileChannel.MapMode.";

    /** Null is no object; the modes of a mapping in the order in which its class declares them. */
    private static final Map<String, Long> CONSTANTS =
            Map.of("null", 0L, MAP_MODE + "READ_ONLY", 0L, MAP_MODE + "READ_WRITE", 1L, MAP_MODE + "PRIVATE", 2L);

    /** What tells the end of a stream where no value of the result does. */
    private static final String END_OF_FILE = "EOFException";

    private JavaModels() {}

    /**
     * One model per method, named {@code qualified.Type.method}; overloads share the name and differ in the number of parameters.
     *
     * @throws IllegalStateException where a stub of ours says something that it must not
     */
    public static Collection<FunctionModel> load() {
        ModelReader.Result read = ModelReader.read(prototypes(), name -> CONSTANTS.containsKey(name) || name.equals(END_OF_FILE));
        if (!read.problems().isEmpty()) {
            Problem first = read.problems().getFirst();
            throw new IllegalStateException(first.at() + ": " + first.message());
        }
        return read.functions();
    }

    /** Values of the named constants of the JDK that the models compare with. */
    public static Map<String, Long> constants() {
        return CONSTANTS;
    }

    static List<Prototype> prototypes() {
        List<Prototype> prototypes = new ArrayList<>();
        for (String stub : STUBS) {
            String content = SourceText.decode(read(stub));
            CompilationUnit unit =
                    SourceIndex.parse(content)
                            .getResult()
                            .orElseThrow(() -> new IllegalStateException(stub + " is not Java"));
            ClassTable classes = new ClassTable(PlatformClasses::find);
            prototypes.addAll(new PrototypeReader(new SourceText(stub, content), true).read(new TypeNames(unit, classes)));
        }
        return prototypes;
    }

    private static byte[] read(String stub) {
        try (InputStream stream = JavaModels.class.getResourceAsStream(FOLDER + stub)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + stub);
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
