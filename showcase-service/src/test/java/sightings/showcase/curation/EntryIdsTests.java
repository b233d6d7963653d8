package sightings.showcase.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests for {@link EntryIds}. */
class EntryIdsTests {

    @Test
    void makesVersionSevenIdsThatSortByTime() {
        var first = ids("2026-11-02T15:00:00Z").next().value();
        var later = ids("2026-11-02T15:00:01Z").next().value();

        assertThat(UUID.fromString(first).version()).isEqualTo(7);
        assertThat(UUID.fromString(first).variant()).isEqualTo(2);
        assertThat(first).isLessThan(later);
    }

    @Test
    void neverMakesTheSameIdTwice() {
        var ids = ids("2026-11-02T15:00:00Z");

        assertThat(ids.next()).isNotEqualTo(ids.next());
    }

    private static EntryIds ids(String time) {
        return new EntryIds(InstantSource.fixed(Instant.parse(time)), new Random(1));
    }
}
