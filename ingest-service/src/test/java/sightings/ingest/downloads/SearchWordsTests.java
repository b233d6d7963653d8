package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link SearchWords}. */
class SearchWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Noise|noise",
                "  noise   complaints |noise complaints",
                "\"noise\" AND (night*)|noise and night",
                "Ruido nocturno: no|",
                "pérdida de ruïdo|pérdida de ruïdo",
                "budget 2025 2026|budget 2025 2026",
                "ｎｏｉｓｅ|noise",
                "<b>noise</b>|b noise b"
            })
    void bringsWordsIntoOneForm(String typed, String words) {
        assertThat(SearchWords.of(typed).orElse(null)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "***",
                "2025",
                "jane@example.org",
                "jane＠example.org",
                "312-555-0142",
                "123456",
                "12 34 56 78 9",
                "a:b"
            })
    void leavesOutWhatMayBeSomebodysDataOrNothing(String typed) {
        assertThat(SearchWords.of(typed)).isEmpty();
    }

    @Test
    void leavesOutWhatIsTooLong() {
        assertThat(SearchWords.of("x".repeat(60))).isPresent();
        assertThat(SearchWords.of("x".repeat(61))).isEmpty();
        assertThat(SearchWords.of("x ".repeat(500_000))).isEmpty();
    }
}
