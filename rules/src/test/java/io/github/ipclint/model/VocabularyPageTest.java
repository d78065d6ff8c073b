package io.github.ipclint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on models says every word of the vocabulary. */
class VocabularyPageTest {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z_]+");

    @Test
    void everyWordIsOnThePage() throws IOException {
        String page = Files.readString(Path.of("../docs/models.md"));
        Set<String> said = WORD.matcher(page).results().map(MatchResult::group).collect(Collectors.toSet());
        Stream<String> words = Stream.of(
                EffectForms.names().stream(),
                ModelReader.TRAITS.stream(),
                words(HandleKind.values()),
                words(Effect.Need.values()),
                words(Effect.Fact.values()),
                words(Effect.Namespace.values()),
                words(Effect.Ending.values()),
                words(Effect.Direction.values()))
                .flatMap(stream -> stream);
        assertThat(said).containsAll(words.toList());
    }

    private static Stream<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT));
    }
}
