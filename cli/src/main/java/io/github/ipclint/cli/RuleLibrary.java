package io.github.ipclint.cli;

import io.github.ipclint.finding.RuleInfo;
import java.util.List;
import java.util.Optional;

/** The rules and what is written about them. */
interface RuleLibrary {
    /** Every rule, sorted by id. */
    List<RuleInfo> rules();

    /** The page of one rule, as Markdown. */
    Optional<String> page(String id);
}
