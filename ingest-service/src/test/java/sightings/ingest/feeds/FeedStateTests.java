package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sightings.ingest.web.Validators;

/** Tests for {@link FeedState} and {@link KnownPage}: what is written is read back, and damage is no exception. */
class FeedStateTests {

    @Test
    void readsBackWhatItWrote() {
        var time = Instant.parse("2026-11-02T12:00:00Z");
        var state = new FeedState(
                new Validators("W/\"a b\"", "yesterday, more or less"),
                URI.create("https://new.example.org/feed"),
                new FeedState.Move(URI.create("https://newer.example.org/feed"), 3, time),
                time,
                "Title",
                "https://new.example.org/",
                Duration.ofHours(3),
                List.of(time, time.minusSeconds(60)),
                time.plusSeconds(5));

        assertThat(FeedState.of(state.toMap())).isEqualTo(state);
        assertThat(FeedState.of(Map.of()).toMap()).isEmpty();
    }

    @Test
    void readsDamageAsNothing() {
        var state = FeedState.of(Map.of(
                "address", "file:///etc/passwd",
                "moved-to", "https://x.example.org/",
                "moved-times", "many",
                "ended", "soon",
                "published", "2026-11-02T12:00:00Z never",
                "told", "-5"));

        assertThat(state.toMap()).containsOnlyKeys("published");
    }

    @Test
    void readsAKnownPageBack() {
        var page = new KnownPage("hash", 20_000, 2, 19_990, true, Instant.ofEpochSecond(-5), "A title of words");

        assertThat(KnownPage.of(page.written())).isEqualTo(page);
        assertThat(KnownPage.of("hash soon 1 2 here - x")).isNull();
        assertThat(KnownPage.of("")).isNull();
    }
}
