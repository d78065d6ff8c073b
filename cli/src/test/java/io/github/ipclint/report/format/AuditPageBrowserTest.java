package io.github.ipclint.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import io.github.ipclint.finding.AnalysisResult;
import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.RunDetails;
import io.github.ipclint.report.html.PageAssets;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser; skipped, and said so, where there is none. */
class AuditPageBrowserTest {
    private static final String JENKINS = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'";
    private static final String VISIBLE = "[...document.querySelectorAll('.card')].filter(it => it.checkVisibility()).length";

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void startBrowser() throws IOException {
        assumeTrue(Browser.installed().isPresent(), "SKIPPED: no Chromium on the PATH, so no test of the page in a browser");
        write("ordinary", Sample.ordinary(), Optional.empty());
        Files.writeString(folder.resolve("hostile.html"), Sample.write(
                ReportFormat.HTML.report(Sample.OPTIONS.with(Sample.hostileCosts())), Sample.hostile()));
        Files.writeString(folder.resolve("costs.html"), Sample.write(
                ReportFormat.HTML.report(Sample.OPTIONS.with(Sample.costs())), Sample.ordinary()));
        write("clean", Sample.clean(), Optional.empty());
        write("many", Sample.many(5_000), Optional.empty());
        write("external", Sample.ordinary(), Optional.of("external"));
        Files.writeString(folder.resolve("external.css"), PageAssets.style());
        Files.writeString(folder.resolve("external.js"), PageAssets.script());
        write("confirmed", Sample.confirmed(), Optional.empty());
        Files.writeString(folder.resolve("since.html"), Sample.write(ReportFormat.HTML.report(Sample.since(1)), Sample.ordinary()));
        browser = Browser.start(folder.resolve("profile"));
    }

    private static void write(String name, AnalysisResult result, Optional<String> assets) throws IOException {
        ReportOptions options = new ReportOptions(
                "1.2.3", Sample.OPTIONS.failOn(), false, Optional.empty(), Optional.empty(), assets, RunDetails.UNKNOWN);
        Files.writeString(folder.resolve(name + ".html"), Sample.write(ReportFormat.HTML.report(options), result));
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void freshPage() {
        browser.newPage();
        size(1280, 900);
    }

    private static void size(int width, int height) {
        browser.send("Emulation.setDeviceMetricsOverride", "width", "" + width, "height", "" + height, "deviceScaleFactor", "1", "mobile",
                "false");
    }

    private static void open(String name) {
        browser.open(folder.resolve(name + ".html").toUri().toString());
    }

    private static void openWithFilter(String name, String fragment) {
        browser.open(folder.resolve(name + ".html").toUri() + fragment);
        Browser.await(() -> is("!document.getElementById('filter').hidden"));
    }

    private static String text(String expression) {
        return browser.eval(expression).getAsString();
    }

    private static int number(String expression) {
        return browser.eval(expression).getAsInt();
    }

    private static boolean is(String expression) {
        return browser.eval(expression).getAsBoolean();
    }

    @Test
    void isCompleteWithoutScripts() {
        browser.send("Emulation.setScriptExecutionDisabled", "value", "true");
        open("ordinary");
        assertThat(number(VISIBLE)).isEqualTo(2);
        assertThat(is("document.getElementById('filter').checkVisibility()")).isFalse();
        assertThat(text("document.body.innerText")).contains("held by mistake", "closes the write end", "What to write instead");
    }

    @Test
    void worksFromDiskWithFilesBesideIt() {
        openWithFilter("external", "");
        assertThat(text("getComputedStyle(document.querySelector('h1')).fontSize")).isEqualTo("28px");
        assertThat(is("document.getElementById('filter').checkVisibility()")).isTrue();
    }

    @Test
    void readsOnAServerThatAllowsNeitherScriptsNorInlineStyles() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] content = Files.readAllBytes(folder.resolve(exchange.getRequestURI().getPath().substring(1)));
            exchange.getResponseHeaders().add("Content-Security-Policy", JENKINS);
            exchange.getResponseHeaders().add(
                    "Content-Type", exchange.getRequestURI().getPath().endsWith(".css") ? "text/css" : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            browser.open(address + "external.html");
            assertThat(text("getComputedStyle(document.querySelector('h1')).fontSize")).isEqualTo("28px");
            assertThat(number(VISIBLE)).isEqualTo(2);
            browser.open(address + "ordinary.html");
            assertThat(text("document.body.innerText")).contains("held by mistake", "What to write instead");
            assertThat(number("document.querySelector('.map svg').getBoundingClientRect().width")).isGreaterThan(100);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void filterNarrowsAndSaysSo() {
        openWithFilter("ordinary", "");
        browser.key("/");
        browser.send("Input.insertText", "text", "level:warning");
        Browser.await(() -> number(VISIBLE) == 1);
        assertThat(text("document.getElementById('shown').textContent")).isEqualTo("1 of 2 findings shown");
        assertThat(text("location.hash")).isEqualTo("#?level=warning");
        browser.key("Escape");
        assertThat(number(VISIBLE)).isEqualTo(2);
        browser.eval("document.querySelector('#facets button').click()");
        assertThat(number(VISIBLE)).isEqualTo(1);
    }

    @Test
    void newAndKnownFindingsCanBeToldApart() {
        openWithFilter("since", "#?state=new");
        assertThat(number(VISIBLE)).isEqualTo(1);
        assertThat(is("document.querySelector('.card.new').checkVisibility()")).isTrue();
        browser.eval("[...document.querySelectorAll('#facets button')].find(it => it.textContent === 'known 1').click()");
        assertThat(number(VISIBLE)).isEqualTo(2);
        assertThat(text("document.body.innerText")).contains("1 new", "1 known", "1 fixed", "ticket <7>", "src/old.c:3");
    }

    @Test
    void evidenceIsOnTheCard() {
        openWithFilter("confirmed", "#?run=confirmed");
        assertThat(number(VISIBLE)).isEqualTo(1);
        assertThat(text("document.querySelector('.card .run').innerText")).contains("When it ran: confirmed.", "held only by itself",
                "seen in 1 of 1", "312 ms", "own user, IPC, process and network name spaces");
        assertThat(text("document.querySelector('.verdict').innerText")).contains("1 confirmed by running");
    }

    @Test
    void costsAreDrawnWithTheirCircumstances() {
        open("costs");
        assertThat(text("document.querySelector('.card .chart').innerText")).contains("1 of 1 reader blocked for ever", "n = 1",
                "where the kernel puts them", Sample.costs().setting().kernel(), Sample.costs().setting().processor());
        long drawn = Sample.costs().rows().stream().filter(row -> row.p50().isPresent()).count();
        assertThat(number("document.querySelectorAll('.chart .dot').length")).isEqualTo((int) drawn);
        assertThat(number("document.querySelectorAll('.chart .interval').length")).isEqualTo((int) drawn);
        assertThat(number("document.querySelectorAll('.costs')[1].rows.length")).isEqualTo((int) drawn + 1);
        assertThat(text("document.querySelector('.pair > .chart').textContent")).contains("n = ", "processor 0", "pipe");
        assertThat(text("[...document.querySelectorAll('.pair > .chart')].at(-1).textContent")).contains("n = 0", "refused EMSGSIZE");
    }

    @Test
    void keysGoFromFindingToFinding() {
        openWithFilter("ordinary", "");
        String at = "document.activeElement.closest('.card').querySelector('.no').textContent";
        browser.key("j");
        assertThat(text(at)).isEqualTo("1");
        assertThat(number("document.querySelectorAll('.map a.lit').length")).isPositive();
        browser.key("j");
        assertThat(text(at)).isEqualTo("2");
        browser.key("k");
        assertThat(text(at)).isEqualTo("1");
        browser.key("Escape");
        assertThat(number("document.querySelectorAll('.map a.lit').length")).isZero();
    }

    @Test
    void permanentLinksLiftTheFilterThatHidesTheirFinding() {
        openWithFilter("ordinary", "");
        String error = text("document.querySelector('.card.error').id");
        openWithFilter("ordinary", "#?level=warning&at=" + error);
        assertThat(is("document.getElementById('" + error + "').checkVisibility()")).isTrue();
        openWithFilter("ordinary", "#?level=warning");
        assertThat(number(VISIBLE)).isEqualTo(1);
        openWithFilter("ordinary", "#" + error);
        assertThat(number("document.getElementById('" + error + "').getBoundingClientRect().top")).isBetween(-4, 100);
    }

    @Test
    void printsEverything() {
        openWithFilter("ordinary", "");
        byte[] pdf = Base64.getDecoder().decode(browser.send("Page.printToPDF").get("data").getAsString());
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF").contains("/Type /Page");
        browser.send("Emulation.setEmulatedMedia", "media", "print");
        browser.eval("dispatchEvent(new Event('beforeprint'))");
        assertThat(number("[...document.querySelectorAll('details')].filter(it => !it.open).length")).isZero();
        assertThat(text("getComputedStyle(document.querySelector('.path div i')).printColorAdjust")).isEqualTo("exact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "hostile", "clean", "since", "confirmed", "costs"})
    void fitsAPhone(String name) {
        size(360, 740);
        open(name);
        browser.eval("document.querySelectorAll('details').forEach(it => it.open = true)");
        assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
    }

    @Test
    void noTextIsSmallerThanTwelvePixels() {
        open("costs");
        assertThat(text("""
                [...document.querySelectorAll('body *')].filter(it => it.tagName !== 'SCRIPT' && parseFloat(getComputedStyle(it).fontSize) < 12
                  && [...it.childNodes].some(node => node.nodeType === 3 && node.data.trim())).map(it => it.outerHTML).join()"""))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ordinary, light, 1280", "ordinary, dark, 1280", "ordinary, light, 360", "clean, light, 1280", "since, dark, 360",
            "confirmed, light, 360", "costs, dark, 360"})
    void axeFindsNothing(String name, String scheme, int width) throws IOException {
        browser.send("Emulation.setEmulatedMedia", "features", "[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme + "\"}]");
        size(width, 900);
        open(name);
        browser.eval("document.querySelectorAll('details').forEach(it => it.open = true)");
        if (scheme.equals("dark")) {
            assertThat(text("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(21, 23, 26)");
        }
        browser.eval(axe() + "; true");
        JsonElement violations = browser.eval("""
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}).then(result => result.violations
                  .map(it => it.id + ': ' + it.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' , ')))""");
        assertThat(violations.getAsJsonArray()).isEmpty();
    }

    /** The one on Maven Central is old; {@code -Daxe.script=FILE} takes another, such as the newest of npm. */
    private static String axe() throws IOException {
        String newer = System.getProperty("axe.script");
        if (newer != null) {
            return Files.readString(Path.of(newer));
        }
        try (InputStream in = AuditPageBrowserTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatSourcesHoldStaysText() {
        open("hostile");
        assertThat(number("document.scripts.length")).isEqualTo(1);
        assertThat(number("document.querySelectorAll('b script, img, iframe, [onerror], [onclick]').length")).isZero();
        assertThat(text("document.body.innerText")).contains("<script>alert('x')</script>");
    }

    /** Figures as documented with {@code -Dbrowser.rounds=5} on an idle machine; else only a guard, for machines have other work to do. */
    @Test
    void fiveThousandFindingsAreQuick() {
        int rounds = Integer.getInteger("browser.rounds", 1);
        int slack = rounds > 1 ? 1 : 4;
        List<Integer> ready = new ArrayList<>();
        List<Integer> filter = new ArrayList<>();
        long heap = 0;
        for (int i = 0; i < rounds; i++) {
            freshPage();
            openWithFilter("many", "");
            ready.add(number("Math.round(performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd)"));
            for (String query : List.of("level:error", "child", "rule:fd-leak")) {
                filter.add(number("""
                        new Promise(done => { const from = performance.now(); const q = document.getElementById('q'); q.value = '%s';
                          q.dispatchEvent(new Event('input')); requestAnimationFrame(() => requestAnimationFrame(
                          () => done(Math.round(performance.now() - from)))); })""".formatted(query)));
            }
            heap = Math.max(heap, heap());
        }
        System.out.println("5000 findings: DOM ready " + median(ready) + " ms, filter " + median(filter) + " ms, heap " + heap
                + " MiB (medians of " + rounds + " rounds)");
        assertThat(median(ready)).isLessThan(3_000 * slack);
        assertThat(median(filter)).isLessThan(200 * slack);
        assertThat(heap).isLessThan(200);
    }

    /** MiB of the script's heap and of the document. */
    private static long heap() {
        JsonObject usage = browser.send("Runtime.getHeapUsage");
        long sum = 0;
        for (String part : List.of("usedSize", "embedderHeapUsedSize", "backingStorageSize")) {
            sum += usage.has(part) ? usage.get(part).getAsLong() : 0;
        }
        return sum >> 20;
    }

    private static int median(List<Integer> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
