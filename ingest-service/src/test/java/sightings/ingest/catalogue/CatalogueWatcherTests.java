package sightings.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.catalogue.Examples.dataset;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sightings.dataset.Dataset;
import sightings.dataset.Reference;
import sightings.event.CatalogueHarvested;
import sightings.event.DatasetDescribed;
import sightings.event.Event;
import sightings.event.SourceReported;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;

/** Tests for {@link CatalogueWatcher}. */
class CatalogueWatcherTests {

    private static final String PORTAL = "data.example.gov";

    private final CatalogueView view = new CatalogueView(List.of(PORTAL));
    private final List<Event> sent = new ArrayList<>();
    private List<PortalEntry> portal = List.of();
    private boolean fails;

    private final CatalogueWatcher watcher = new CatalogueWatcher(
            PORTAL,
            _ -> consumer -> {
                portal.forEach(consumer);
                if (fails) {
                    throw new HarvestException("page at 100: HTTP status 500");
                }
                return "";
            },
            view,
            InstantSource.fixed(Instant.parse("2026-11-02T12:00:00Z")));

    @Test
    void waitsUntilTheLastHarvestIsReadBack() throws Exception {
        var report = watcher.look(new NoCheckpoints(), outlet());

        assertThat(report.state()).isEqualTo(SourceReported.State.WAITING);
        assertThat(view.harvested()).isFalse();
    }

    @Test
    void tellsOnlyWhatChanged() throws Exception {
        view.readBack();
        portal = List.of(
                new PortalEntry.Described(dataset(PORTAL, "abcd-2345")),
                new PortalEntry.Broken("'x' has no usable id"));
        var first = watcher.look(new NoCheckpoints(), outlet());

        assertThat(first.items()).isEqualTo(2);
        assertThat(first.failures()).isEqualTo(1);
        assertThat(first.message()).isEqualTo("1 entries could not be read, the first: 'x' has no usable id");
        assertThat(sent)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("DatasetDescribed", "CatalogueHarvested");
        sent.forEach(view::apply);
        assertThat(view.harvested()).isTrue();
        var version = view.current().version();
        sent.clear();

        watcher.look(new NoCheckpoints(), outlet());

        assertThat(sent)
                .singleElement()
                .isInstanceOfSatisfying(
                        CatalogueHarvested.class,
                        harvested -> assertThat(harvested.version()).isEqualTo(version));
    }

    @Test
    void neverWithdrawsOnAbsenceAndKeepsFormerReferences() throws Exception {
        view.readBack();
        view.apply(new DatasetDescribed(old("abcd-2345", "Old-Title"), Instant.EPOCH));
        view.apply(new DatasetDescribed(old("gone-2345", "Gone"), Instant.EPOCH));
        portal = List.of(
                new PortalEntry.Described(dataset(PORTAL, "abcd-2345", Set.of("New-Title"), Set.of(), Set.of())));

        watcher.look(new NoCheckpoints(), outlet());

        var described = (DatasetDescribed) sent.getFirst();
        assertThat(described.dataset().references())
                .contains(
                        new Reference(Reference.Kind.SLUG, "Old-Title", LocalDate.of(2020, 1, 1)),
                        new Reference(Reference.Kind.ID, "abcd-2345", LocalDate.of(2020, 1, 1)),
                        new Reference(Reference.Kind.SLUG, "New-Title", LocalDate.of(2026, 11, 2)))
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(Reference::kind).thenComparing(Reference::value));
        assertThat(sent.getLast())
                .isInstanceOfSatisfying(
                        CatalogueHarvested.class,
                        harvested -> assertThat(harvested.datasets()).isEqualTo(2));
    }

    @Test
    void tellsNothingOfAHarvestThatBroke() throws Exception {
        view.readBack();
        fails = true;
        portal = List.of(new PortalEntry.Described(dataset(PORTAL, "abcd-2345")));

        var report = watcher.look(new NoCheckpoints(), outlet());

        assertThat(report.state()).isEqualTo(SourceReported.State.FAILING);
        assertThat(report.message()).isEqualTo("The catalogue could not be read: page at 100: HTTP status 500");
        assertThat(sent).isEmpty();
    }

    private static Dataset old(String id, String slug) {
        var now = dataset(PORTAL, id, Set.of(slug), Set.of(), Set.of());
        return References.sorted(
                now,
                now.references().stream()
                        .map(reference -> new Reference(reference.kind(), reference.value(), LocalDate.of(2020, 1, 1)))
                        .toList());
    }

    private Outlet outlet() {
        return new Outlet() {
            @Override
            public void send(Event event) {
                sent.add(event);
            }

            @Override
            public void forget(String place) {
                throw new AssertionError("A catalogue has no places");
            }

            @Override
            public void commit(String part, Map<String, String> state) {
                assertThat(part).isEqualTo("harvest");
            }
        };
    }

    private record NoCheckpoints() implements Checkpoints {

        @Override
        public Optional<Map<String, String>> of(String part) {
            return Optional.empty();
        }

        @Override
        public Map<String, Map<String, String>> all() {
            return Map.of();
        }
    }
}
