package io.github.ipclint.report.format;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A headless Chromium, driven over its DevTools protocol: no driver, no Node, nothing to download. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int SECONDS = 60;
    private static final String GREETING = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private String session = "";

    private Browser(Process process, String address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address), new Listener()).join();
    }

    /** The browser of this machine. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path profile) throws IOException {
        Path program = installed().orElseThrow();
        Path messages = Files.createDirectories(profile).resolve("messages");
        Process process = new ProcessBuilder(
                program.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--no-first-run", "--disable-extensions", "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(messages.toFile()).start();
        await(() -> !process.isAlive() || address(messages).isPresent());
        String line = address(messages).orElseThrow(() -> new IOException("the browser ended before it could be spoken to"));
        Browser browser = new Browser(process, line);
        browser.newPage();
        return browser;
    }

    private static Optional<String> address(Path messages) {
        try (Stream<String> lines = Files.lines(messages, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(GREETING)).map(line -> line.substring(GREETING.length()).strip()).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Leaves the page there is for a fresh one, without anything that was emulated. */
    void newPage() {
        session = "";
        String target = send("Target.createTarget", "url", "about:blank").get("targetId").getAsString();
        JsonObject attach = new JsonObject();
        attach.addProperty("targetId", target);
        attach.addProperty("flatten", true);
        session = send("Target.attachToTarget", attach).get("sessionId").getAsString();
        send("Page.enable");
    }

    void open(String address) {
        send("Page.navigate", "url", "about:blank");
        send("Page.navigate", "url", address);
        await(() -> eval("document.readyState === 'complete' && location.href !== 'about:blank'").getAsBoolean());
    }

    /** The value of an expression on the page; promises are waited for. */
    JsonElement eval(String expression) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("expression", expression);
        parameters.addProperty("returnByValue", true);
        parameters.addProperty("awaitPromise", true);
        JsonObject answer = send("Runtime.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        JsonObject result = answer.getAsJsonObject("result");
        return result.has("value") ? result.get("value") : result;
    }

    /** Presses and releases one key. */
    void key(String key) {
        for (String type : List.of("keyDown", "keyUp")) {
            JsonObject parameters = new JsonObject();
            parameters.addProperty("type", type);
            parameters.addProperty("key", key);
            if (key.length() == 1 && type.equals("keyDown")) {
                parameters.addProperty("text", key);
            }
            send("Input.dispatchKeyEvent", parameters);
        }
    }

    JsonObject send(String method, String... parameters) {
        JsonObject all = new JsonObject();
        for (int i = 0; i < parameters.length; i += 2) {
            all.add(parameters[i], value(parameters[i + 1]));
        }
        return send(method, all);
    }

    private static JsonElement value(String text) {
        return text.matches("true|false|\\d+|[\\[{].*") ? JsonParser.parseString(text) : new com.google.gson.JsonPrimitive(text);
    }

    private JsonObject send(String method, JsonObject parameters) {
        int id = ids.incrementAndGet();
        JsonObject message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", parameters);
        if (!session.isEmpty()) {
            message.addProperty("sessionId", session);
        }
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(message.toString(), true).join();
        JsonObject result = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (result.has("error")) {
            throw new AssertionError(method + ": " + result.get("error"));
        }
        return result.getAsJsonObject("result");
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + SECONDS + " s in vain");
            }
            Thread.onSpinWait();
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Puts messages together and hands answers to those who wait; events are not looked at. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonObject message = JsonParser.parseString(text.toString()).getAsJsonObject();
                text.setLength(0);
                if (message.has("id")) {
                    Optional.ofNullable(answers.remove(message.get("id").getAsInt())).ifPresent(answer -> answer.complete(message));
                }
            }
            webSocket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
