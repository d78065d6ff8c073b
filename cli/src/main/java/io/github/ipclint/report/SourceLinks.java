package io.github.ipclint.report;

import io.github.ipclint.ir.SourceRange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Places as a reader can follow them: to the hosted source where there is one. */
public record SourceLinks(Optional<String> template) {
    /** The address of a place. */
    public Optional<String> url(SourceRange at) {
        if (template.isEmpty() || at.path().isEmpty()) {
            return Optional.empty();
        }
        String line = String.valueOf(Math.max(1, at.line()));
        String url = template.get();
        String full = url.contains("{path}") ? url : (url.endsWith("/") ? url : url + "/") + "{path}#L{line}";
        return Optional.of(full.replace("{path}", encoded(at.path())).replace("{line}", line));
    }

    /** Percent-encoded, folder by folder. */
    public static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /** The place as code, linked where it is hosted; nothing where there is none. */
    public void write(MarkupTree html, SourceRange at) throws IOException {
        if (at.path().isEmpty()) {
            return;
        }
        Optional<String> url = url(at);
        if (url.isPresent()) {
            html.inline("a", () -> html.span("code", SourceText.place(at)), "href", url.get());
        } else {
            html.span("code", SourceText.place(at));
        }
    }
}
