package io.github.ipclint.report;

import io.github.ipclint.finding.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is written about rules, made from their prose and their sample programs. */
public final class RulePages {
    private static final String FOLDER = "/io/github/ipclint/rule/explained/";

    private RulePages() {}

    /** The page of a rule in Markdown, or its summary while it has no page. */
    public static String markdown(RuleInfo rule) {
        try (InputStream page = RuleInfo.class.getResourceAsStream(FOLDER + rule.id() + ".md")) {
            return page == null ? rule.summary() : new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
