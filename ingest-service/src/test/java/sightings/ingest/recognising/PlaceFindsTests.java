package sightings.ingest.recognising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.event.PlaceGone;
import sightings.event.SightingConfirmed;
import sightings.event.SightingWithdrawn;
import sightings.evidence.GoneReason;
import sightings.evidence.Observation;
import sightings.evidence.Sighting;
import sightings.evidence.UseId;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.recognising.PlaceFinds.Change;
import sightings.ingest.recognising.PlaceFinds.Kind;

/** Tests for {@link PlaceFinds} and {@link Stood}. */
class PlaceFindsTests {

    private static final Instant LATER = Instant.parse("2026-11-20T12:00:00Z");
    private static final DatasetId TREES = new DatasetId("abcd-2345");
    private static final Observation OBSERVATION =
            Observations.file("a.py", "pandas.read_csv('https://data.example.gov/resource/abcd-2345.csv')\n");

    @Test
    void tellsAFindAgainWhereItWasSeenAgain() {
        var first = PlaceFinds.seen(OBSERVATION, finds("Trees"), Map.of());
        var second = PlaceFinds.seen(OBSERVATION, finds("Trees"), first.after());

        assertThat(first.changes()).containsExactly(new Change(Kind.GAINED, TREES));
        assertThat(second.events()).hasSize(1);
        assertThat(second.changes()).isEmpty();
    }

    @Test
    void confirmsWhatStandsAtAPlaceThatSaysTheSame() {
        var before = PlaceFinds.seen(OBSERVATION, finds("Trees"), Map.of());

        var confirmed = PlaceFinds.confirmed(before.after(), LATER);

        assertThat(confirmed.events())
                .singleElement()
                .isEqualTo(new SightingConfirmed(
                        UseId.of(OBSERVATION.subject().id()),
                        finds("Trees").getFirst().id(),
                        LATER));
        assertThat(confirmed.after()).isEqualTo(before.after());
        assertThat(confirmed.changes()).isEmpty();
        assertThat(PlaceFinds.confirmed(Map.of(), LATER).events()).isEmpty();
    }

    @Test
    void tellsNothingAgainWhereReadingAgainFindsTheSameByAnotherCatalogue() {
        var before = PlaceFinds.seen(OBSERVATION, finds("Trees"), Map.of());

        var again = PlaceFinds.readAgain(OBSERVATION, finds("Street trees"), before.after(), LATER);

        assertThat(finds("Street trees")).isNotEqualTo(finds("Trees"));
        assertThat(again.events()).isEmpty();
        assertThat(again.changes()).isEmpty();
        assertThat(again.after()).isEqualTo(before.after());
    }

    @Test
    void countsAFindThatLooksOtherwiseAsAlteredAndOneThatIsNoneAsLost() {
        var elsewhere =
                Observations.file("a.py", "\n\npandas.read_csv('https://data.example.gov/resource/abcd-2345.csv')\n");
        var before = PlaceFinds.seen(OBSERVATION, finds("Trees"), Map.of());

        var altered = PlaceFinds.readAgain(
                elsewhere, new Recogniser().recognise(elsewhere, catalogue("Trees")), before.after(), LATER);
        var lost = PlaceFinds.readAgain(OBSERVATION, List.of(), before.after(), LATER);

        assertThat(altered.changes()).containsExactly(new Change(Kind.ALTERED, TREES));
        assertThat(altered.events()).hasSize(1);
        assertThat(lost.changes()).containsExactly(new Change(Kind.LOST, TREES));
        assertThat(lost.after()).isEmpty();
    }

    @Test
    void takesBackWhatAnEarlierReleaseRemembered() {
        var gone = PlaceFinds.gone(Map.of("s1", "u1"), LATER);

        assertThat(gone.events()).hasSize(1);
        assertThat(gone.changes()).containsExactly(new Change(Kind.LOST, null));
    }

    @Test
    void withdrawsWhatStoodAtAPlaceThatIsGoneAndSaysWhy() {
        var before = PlaceFinds.seen(OBSERVATION, finds("Trees"), Map.of());
        var gone = new PlaceGone(
                OBSERVATION.source(),
                OBSERVATION.place().url(),
                GoneReason.PAGE_REMOVED.with("HTTP status 404"),
                LATER);

        var finds = PlaceFinds.gone(before.after(), gone);

        assertThat(finds.events()).singleElement().isInstanceOfSatisfying(SightingWithdrawn.class, withdrawn -> {
            assertThat(withdrawn.reason()).isEqualTo("The place is gone: HTTP status 404");
            assertThat(withdrawn.time()).isEqualTo(LATER);
        });
        assertThat(finds.changes()).containsExactly(new Change(Kind.LOST, TREES));
        assertThat(finds.after()).isEmpty();
    }

    @Test
    void saysNothingOfAPlaceWhereNothingStood() {
        assertThat(PlaceFinds.gone(Map.of(), LATER).events()).isEmpty();
    }

    private static List<Sighting> finds(String title) {
        return new Recogniser().recognise(OBSERVATION, catalogue(title));
    }

    private static Catalogue catalogue(String title) {
        var day = LocalDate.parse("2026-01-01");
        return Catalogue.of(List.of(new Dataset(
                TREES,
                "data.example.gov",
                title,
                null,
                "https://data.example.gov/d/abcd-2345",
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(
                        new Reference(Reference.Kind.HOST, "data.example.gov", day),
                        new Reference(Reference.Kind.ID, "abcd-2345", day)))));
    }
}
