package io.github.ipclint.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs without packages lie side by side, and their classes have the same names: each means its own. */
class NamesakesTest {
    private static final String SERVER = """
            import java.io.IOException;
            import java.net.ServerSocket;
            public class Server {
                public static void main(String[] arguments) throws IOException {
                    ServerSocket server = new ServerSocket(7007);
                    while (true) {
                        Desk.take(server.accept());
                    }
                }
            }
            """;
    private static final String DESK = """
            import java.io.IOException;
            import java.net.Socket;
            public class Desk {
                static Socket last;
                static void take(Socket guest) throws IOException {
                    guest.getOutputStream().write(new byte[] {1, 2});
                    %s
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aClassMeansTheNearestOfItsName() throws IOException {
        program("closing", "guest.close();");
        program("leaking", "");
        program("replacing", "if (last != null) last.close(); last = guest;");
        assertThat(new Analyzer(folder, true, 1).run(List.of(folder)).findings())
                .filteredOn(finding -> finding.rule().id().equals("fd-leak"))
                .extracting(finding -> finding.at().path())
                .containsExactly("leaking/src/Server.java");
    }

    private void program(String name, String end) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(name).resolve("src"));
        Files.writeString(sources.resolve("Server.java"), SERVER);
        Files.writeString(sources.resolve("Desk.java"), DESK.formatted(end));
    }
}
