package sightings.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.catalogue.Examples.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.event.AliasAdded;
import sightings.event.AliasRemoved;
import sightings.event.CatalogueHarvested;
import sightings.event.DatasetDescribed;
import sightings.event.PersonId;

/** Tests for {@link CatalogueView}: aliases of staff beside what portals say. */
class CatalogueViewTests {

    private static final String PORTAL = "data.example.gov";
    private static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");
    private static final PersonId STAFF = new PersonId("p-1");
    private static final DatasetId TREES = new DatasetId("abcd-2345");
    private static final AliasAdded ADDED =
            new AliasAdded(TREES, Reference.Kind.ID, "wxyz-9876", LocalDate.parse("2019-03-01"), STAFF, TIME);

    private Instant now = TIME;
    private final CatalogueView view = new CatalogueView(List.of(PORTAL), () -> now);

    @Test
    void knowsADatasetByAnAliasOfStaffAndHasAnotherVersion() {
        view.apply(new DatasetDescribed(dataset(PORTAL, "abcd-2345"), TIME));
        var before = view.current().version();

        view.heed("i1", ADDED);

        assertThat(view.current().at(PORTAL, "wxyz-9876")).contains(TREES);
        assertThat(view.current().version()).isNotEqualTo(before);
        assertThat(view.informed().instructions()).isEqualTo(Set.of("i1"));
    }

    @Test
    void keepsTheAliasOverAHarvestAndOutOfIt() {
        view.heed("i1", ADDED);
        view.apply(new DatasetDescribed(dataset(PORTAL, "abcd-2345"), TIME));
        view.apply(new DatasetDescribed(dataset(PORTAL, "abcd-2345", Set.of("trees"), Set.of(), Set.of()), TIME));

        assertThat(view.current().at(PORTAL, "wxyz-9876")).contains(TREES);
        assertThat(view.current().at(PORTAL, "trees")).contains(TREES);
        assertThat(view.harvest().at(PORTAL, "wxyz-9876")).isEmpty();
    }

    @Test
    void isAsBeforeWhereTheAliasWasTakenBackAndKeepsWhatThePortalSays() {
        view.apply(new DatasetDescribed(dataset(PORTAL, "abcd-2345"), TIME));
        var before = view.current().version();
        view.heed("i1", ADDED);
        view.heed("i2", new AliasRemoved(TREES, Reference.Kind.ID, "wxyz-9876", STAFF, TIME.plusSeconds(1)));
        view.heed("i3", new AliasRemoved(TREES, Reference.Kind.ID, "abcd-2345", STAFF, TIME.plusSeconds(2)));

        assertThat(view.current().version()).isEqualTo(before);
        assertThat(view.current().at(PORTAL, "abcd-2345")).contains(TREES);
        assertThat(view.informed().instructions()).isEqualTo(Set.of("i2", "i3"));
    }

    @Test
    void isReadyWhenHarvestAndAliasesAreKnown() {
        view.apply(new CatalogueHarvested(PORTAL, view.current().version(), 0, TIME));
        view.readBack();
        assertThat(view.ready()).isFalse();

        view.aliasesKnown();

        assertThat(view.ready()).isTrue();
    }

    @Test
    void waitsForANewPortalOnlyForAWhileAndSaysWhichIsMissing() {
        var two = new CatalogueView(List.of(PORTAL, "data.new.example"), () -> now);
        two.aliasesKnown();
        two.apply(new CatalogueHarvested(PORTAL, two.current().version(), 0, TIME));
        two.readBack();
        assertThat(two.ready()).isFalse();

        now = TIME.plus(CatalogueView.PATIENCE);

        assertThat(two.ready()).isTrue();
        assertThat(two.harvested()).isFalse();
        assertThat(new CatalogueHealthIndicator(two).health().getDetails())
                .containsEntry("ready", true)
                .containsEntry("neverHarvested", List.of("data.new.example"));
    }

    @Test
    void waitsForTheFirstPortalHoweverLong() {
        view.aliasesKnown();
        view.readBack();

        now = TIME.plus(CatalogueView.PATIENCE.multipliedBy(10));
        assertThat(view.ready()).isFalse();

        view.apply(new CatalogueHarvested(PORTAL, view.current().version(), 0, now));
        assertThat(view.ready()).isTrue();
    }
}
