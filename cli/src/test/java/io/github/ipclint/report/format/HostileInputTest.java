package io.github.ipclint.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.ipclint.report.ReportOptions;
import io.github.ipclint.report.html.PageAssets;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

/** Whatever stands in sources, file names and messages, a report stays what its format promises. */
class HostileInputTest {
    private static final Pattern GCC = Pattern.compile("^(.*?):(\\d+):(\\d*):?\\s+(?:fatal\\s+)?(warning|error):\\s+(.*)$");

    @ParameterizedTest
    @EnumSource
    void everyFormatCanBeEncoded(ReportFormat format) {
        String text = Sample.write(format, Sample.hostile());
        assertThatCode(() -> StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text))).doesNotThrowAnyException();
        assertThat(text).endsWith("\n").doesNotContain("\r", "\u0000", "\u001b");
    }

    @ParameterizedTest
    @EnumSource(names = {"CHECKSTYLE", "JUNIT"})
    void xmlParses(ReportFormat format) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(Sample.write(format, Sample.hostile()))));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void checkstyleKeepsFileNamesExactly() throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(Sample.write(ReportFormat.CHECKSTYLE, Sample.hostile()))));
        String name = document.getElementsByTagName("file").item(1).getAttributes().getNamedItem("name").getNodeValue();
        assertThat(name).isEqualTo("a b/<x>&\"'\n\ufffd[31m\u202e%2e:.c");
    }

    @Test
    void htmlHoldsNothingThatRunsButItsOwnScript() {
        String page = Sample.write(ReportFormat.HTML.report(Sample.OPTIONS.with(Sample.hostileCosts())), Sample.hostile())
                .replace("<style>" + PageAssets.style() + "</style>", "")
                .replace("<script>" + PageAssets.script() + "</script>", "");
        assertThat(page).doesNotContain("<script", "<style", "<!--", "javascript:", "\u202e", "'").doesNotContainPattern("<[^>]* on\\w+=")
                .doesNotContainPattern("<[^>]* style=");
        Matcher tags = Pattern.compile("</?([\\w-]+)").matcher(page);
        assertThat(tags.results().map(tag -> tag.group(1)).distinct()).isSubsetOf("html", "head", "meta", "title", "body", "main", "header",
                "nav", "section", "div", "details", "summary", "h1", "h2", "h3", "h4", "p", "article", "code", "a", "b", "i", "s", "em",
                "strong",
                "span", "pre", "mark", "samp", "var", "ins", "del", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td",
                "label", "input",
                "svg", "symbol", "use", "path", "rect", "text", "u", "figure", "figcaption", "line", "circle");
    }

    @Test
    void htmlAllowsItsOwnStyleAndScriptOnly() throws Exception {
        String page = Sample.write(ReportFormat.HTML, Sample.clean());
        for (String element : List.of("style", "script")) {
            int start = page.indexOf("<" + element + ">") + element.length() + 2;
            String block = page.substring(start, page.indexOf("</" + element + ">", start));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(block.getBytes(StandardCharsets.UTF_8));
            assertThat(page).contains(element + "-src &#39;sha256-" + Base64.getEncoder().encodeToString(digest) + "&#39;");
        }
    }

    @Test
    void equalFingerprintsHaveAnchorsOfTheirOwn() {
        String page = Sample.write(ReportFormat.HTML, Sample.hostile());
        assertThat(Pattern.compile(" id=\"([^\"]*)\"").matcher(page).results().map(id -> id.group(1))).doesNotHaveDuplicates();
    }

    @Test
    void editorsRecogniseTheLines() {
        assertThat(Sample.write(ReportFormat.TEXT, Sample.ordinary()).lines().map(GCC::matcher).filter(Matcher::matches)
                .map(line -> line.group(1) + " " + line.group(2) + " " + line.group(3) + " " + line.group(4)))
                .containsExactly("src/Open.java 4 13 warning", "src/pipe.c 7 10 error");
    }

    @Test
    void colourOnlyWhenTold() {
        assertThat(Sample.write(ReportFormat.TEXT, Sample.ordinary())).doesNotContain("\u001b");
        ReportOptions coloured = new ReportOptions("1", Sample.OPTIONS.failOn(), true);
        String text = Sample.write(ReportFormat.TEXT.report(coloured), Sample.ordinary());
        assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(Sample.write(ReportFormat.TEXT, Sample.ordinary()));
        assertThat(text).contains("\u001b[1;31merror:\u001b[0m");
    }
}
