package sightings.ingest.recognising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sightings.event.PlaceGone;
import sightings.event.SightingWithdrawn;
import sightings.evidence.SightingId;
import sightings.evidence.SourceId;
import sightings.evidence.UseId;

/** Tests for {@link PlaceFinds}. */
class PlaceFindsTests {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    @Test
    void withdrawsWhatStoodAtAPlaceThatIsGoneAndSaysWhy() {
        var gone = new PlaceGone(
                new SourceId("feed:https://news.example.org/feed"),
                "https://news.example.org/1",
                "HTTP status 404",
                NOW);

        var finds = PlaceFinds.gone(Map.of("sighting", "use"), gone);

        assertThat(finds.events())
                .containsExactly(new SightingWithdrawn(
                        new UseId("use"), new SightingId("sighting"), "The place is gone: HTTP status 404", NOW));
        assertThat(finds.after()).isEmpty();
    }

    @Test
    void saysNothingOfAPlaceWhereNothingStood() {
        assertThat(PlaceFinds.gone(Map.of(), NOW).events()).isEmpty();
    }
}
