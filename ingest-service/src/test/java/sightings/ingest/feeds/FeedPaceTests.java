package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests for {@link FeedPace}. */
class FeedPaceTests {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final FeedPace PACE = new FeedPace(Duration.ofMinutes(30));

    @Test
    void readsAnActiveFeedAsOftenAsTheSettingsSay() {
        assertThat(next(every(Duration.ofMinutes(20), 10), null)).isEqualTo(Duration.ofMinutes(30));
        assertThat(next(List.of(), null)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void followsTheFeedsOwnRhythm() {
        assertThat(next(every(Duration.ofHours(8), 10), null)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void readsASilentFeedOnceADay() {
        assertThat(next(List.of(NOW.minus(Duration.ofDays(400))), null)).isEqualTo(Duration.ofDays(1));
        assertThat(next(every(Duration.ofDays(30), 10), null)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void isNotMisledByItemsOfTheFuture() {
        var items = new java.util.ArrayList<>(every(Duration.ofHours(8), 10));
        items.add(NOW.plus(Duration.ofDays(3_000)));

        assertThat(next(items, null)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void neverReadsSoonerThanTold() {
        assertThat(next(List.of(), Duration.ofHours(5))).isEqualTo(Duration.ofHours(5));
        assertThat(next(List.of(), Duration.ofDays(3))).isEqualTo(Duration.ofDays(3));
        assertThat(next(List.of(), Duration.ofSeconds(60))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void heedsNoWishOfAYear() {
        assertThat(next(List.of(), Duration.ofDays(365))).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void triesABrokenFeedLessAndLess() {
        assertThat(PACE.afterFailures(1, null)).isEqualTo(Duration.ofMinutes(30));
        assertThat(PACE.afterFailures(3, null)).isEqualTo(Duration.ofHours(2));
        assertThat(PACE.afterFailures(1_000, null)).isEqualTo(Duration.ofDays(1));
        assertThat(PACE.afterFailures(1, Duration.ofHours(9))).isEqualTo(Duration.ofHours(9));
    }

    private static Duration next(List<Instant> published, @Nullable Duration told) {
        return PACE.next(published, told, NOW);
    }

    private static List<Instant> every(Duration gap, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> NOW.minus(gap.multipliedBy(i)))
                .toList();
    }
}
