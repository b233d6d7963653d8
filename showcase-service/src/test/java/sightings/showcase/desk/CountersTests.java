package sightings.showcase.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Tests for {@link Counters}. */
class CountersTests {

    private static final Map<String, Long> COUNTED =
            Map.of("slices", 50L, "slicesTruncated", 3L, "completenessPercent", 94L, "lookedAgain", 7L, "novelty", 1L);

    @Test
    void saysWhatIsCountedInTheReadersLanguageOrTheSourcesOwnWord() {
        assertThat(counters().of(Map.of("lookedAgain", 7L, "novelty", 1L), false, Locale.ENGLISH))
                .containsExactly(
                        new Counters.Counter("Looked at again", true, 7), new Counters.Counter("novelty", false, 1));
        assertThat(counters().of(Map.of("lookedAgain", 7L), false, Locale.of("es")))
                .containsExactly(new Counters.Counter("Vistos de nuevo", true, 7));
    }

    @Test
    void leavesOutWhatTheMeterSays() {
        assertThat(counters().of(COUNTED, true, Locale.ENGLISH))
                .extracting(Counters.Counter::count)
                .containsExactly(7L, 1L);
        assertThat(counters().of(COUNTED, false, Locale.ENGLISH)).hasSize(5);
    }

    private static Counters counters() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages-desk");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Counters(messages);
    }
}
