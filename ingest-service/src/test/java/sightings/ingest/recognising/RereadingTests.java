package sightings.ingest.recognising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sightings.dataset.CatalogueVersion;
import sightings.dataset.DatasetId;
import sightings.event.DatasetRevised;
import sightings.ingest.recognising.PlaceFinds.Change;
import sightings.ingest.recognising.PlaceFinds.Kind;

/** Tests for {@link Rereading} and {@link Learned}. */
class RereadingTests {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final DatasetId TREES = new DatasetId("abcd-2345");
    private static final DatasetId BUSES = new DatasetId("bcde-3456");
    private static final Learned BEFORE = new Learned(new CatalogueVersion("v1"), 1, Set.of("a"));
    private static final Learned AFTER = new Learned(new CatalogueVersion("v2"), 1, Set.of("a", "b"));

    @Test
    void goesOnWithExactCountsFromItsCheckpoint() {
        var reading = Rereading.begin(AFTER, 100);
        reading.read(List.of(new Change(Kind.GAINED, TREES), new Change(Kind.LOST, BUSES)));
        reading.reached(60);

        var resumed = Rereading.parse(reading.written());
        resumed.read(List.of(new Change(Kind.GAINED, TREES), new Change(Kind.ALTERED, TREES)));
        resumed.read(List.of());
        var event = resumed.event(3, 12, BEFORE, true, NOW);

        assertThat(resumed.next()).isEqualTo(60);
        assertThat(resumed.goal()).isEqualTo(100);
        assertThat(List.of(event.read(), event.gained(), event.lost(), event.altered()))
                .containsExactly(3L, 2L, 1L, 1L);
        assertThat(event.datasets()).containsExactly(new DatasetRevised(TREES, 2, 0), new DatasetRevised(BUSES, 0, 1));
        assertThat(event.aliases()).containsExactly("b");
    }

    @Test
    void countsWhatAnEarlierReleaseDidNotNameWithoutADataset() {
        var reading = Rereading.begin(AFTER, 1);
        reading.read(List.of(new Change(Kind.LOST, null)));

        var event = reading.event(0, 12, BEFORE, true, NOW);

        assertThat(event.lost()).isEqualTo(1);
        assertThat(event.datasets()).isEmpty();
    }

    @Test
    void readsWhatItLearnedBack() {
        assertThat(Learned.parse(AFTER.written())).isEqualTo(AFTER);
        assertThat(Learned.parse(Learned.NOTHING.written())).isEqualTo(Learned.NOTHING);
        assertThat(Learned.parse(Map.of())).isEqualTo(Learned.NOTHING);
        assertThat(AFTER.findsAs(new Learned(new CatalogueVersion("v2"), 1, Set.of())))
                .isTrue();
        assertThat(AFTER.findsAs(new Learned(new CatalogueVersion("v2"), 2, Set.of())))
                .isFalse();
    }
}
