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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sightings.dataset.Dataset;
import sightings.dataset.Reference;
import sightings.event.CatalogueHarvested;
import sightings.event.DatasetDescribed;
import sightings.event.Event;
import sightings.event.SourceReported;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.MemoryChannel;
import sightings.ingest.watching.Outlet;

/** Tests for {@link CatalogueWatcher}. */
class CatalogueWatcherTests {

    private static final String PORTAL = "data.example.gov";

    private final CatalogueView view = new CatalogueView(List.of(PORTAL), InstantSource.fixed(Instant.EPOCH));
    private final List<Event> sent = new ArrayList<>();
    private List<PortalEntry> portal = List.of();
    private boolean fails;
    private String remark = "";
    private PageState page = PageState.UNKNOWN;
    private Instant now = Instant.parse("2026-11-02T12:00:00Z");
    private final List<String> asked = new ArrayList<>();
    private final MemoryChannel channel = new MemoryChannel();

    private final CatalogueWatcher watcher = new CatalogueWatcher(
            PORTAL,
            _ -> consumer -> {
                portal.forEach(consumer);
                if (fails) {
                    throw new HarvestException("page at 100: HTTP status 500");
                }
                return remark;
            },
            dataset -> {
                asked.add(dataset.id().value());
                return page;
            },
            view,
            () -> now);

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

    @Test
    void tellsDatasetGoneOnlyAfterDaysWithoutItAndItsPageGoneTwice() throws Exception {
        begin("abcd-2345", "gone-2345");
        page = PageState.GONE;
        portal = List.of(new PortalEntry.Described(dataset(PORTAL, "abcd-2345")));

        assertThat(days(2)).isEmpty();
        assertThat(asked).isEmpty();

        var events = days(3);

        assertThat(asked).containsExactly("gone-2345", "gone-2345");
        assertThat(events).singleElement().satisfies(dataset -> {
            assertThat(dataset.id().value()).isEqualTo("gone-2345");
            assertThat(dataset.goneSince()).isEqualTo(LocalDate.of(2026, 11, 2));
        });
        assertThat(view.withId("gone-2345")).isPresent();
        assertThat(days(30)).isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void datasetThatComesBackIsNoLongerGone() throws Exception {
        begin("abcd-2345", "gone-2345");
        page = PageState.GONE;
        portal = List.of(new PortalEntry.Described(dataset(PORTAL, "abcd-2345")));
        days(10);

        begin("abcd-2345", "gone-2345");

        assertThat(described())
                .singleElement()
                .satisfies(dataset -> assertThat(dataset.goneSince()).isNull());
        assertThat(days(10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "GONE", mode = EnumSource.Mode.EXCLUDE)
    void datasetWhosePageIsNotGoneStays(PageState state) throws Exception {
        begin("abcd-2345", "gone-2345");
        page = state;
        portal = List.of(new PortalEntry.Described(dataset(PORTAL, "abcd-2345")));

        assertThat(days(60)).isEmpty();
        // A page is not asked at each harvest.
        assertThat(asked).hasSizeBetween(2, 10);
    }

    @Test
    void harvestThatIsNotWholeCountsForNobodysAbsence() throws Exception {
        begin("abcd-2345", "gone-2345");
        page = PageState.GONE;
        remark = "the portal says it has 2 entries but gave 1";
        portal = List.of(new PortalEntry.Described(dataset(PORTAL, "abcd-2345")));

        assertThat(days(60)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void entryThatStandsTwiceIsNoChangeEachTime() throws Exception {
        var one = dataset(PORTAL, "abcd-2345");
        var other = new Dataset(
                one.id(),
                one.portal(),
                "Another title",
                null,
                one.landingPage(),
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                one.references());
        view.readBack();
        portal = List.of(new PortalEntry.Described(one), new PortalEntry.Described(other));

        assertThat(days(5)).singleElement().isEqualTo(other);
    }

    /** A first round that shows these. */
    private void begin(String... ids) throws Exception {
        view.readBack();
        portal = java.util.Arrays.stream(ids)
                .<PortalEntry>map(id -> new PortalEntry.Described(dataset(PORTAL, id)))
                .toList();
        look();
    }

    /** What so many days with four harvests each say of datasets. */
    private List<Dataset> days(int days) throws Exception {
        described();
        for (int round = 0; round < 4 * days; round++) {
            now = now.plus(java.time.Duration.ofHours(6));
            look();
        }
        return described();
    }

    private void look() throws Exception {
        watcher.look(channel, channel);
        var events = channel.take();
        events.forEach(view::apply);
        sent.addAll(events);
    }

    private List<Dataset> described() {
        var datasets = sent.stream()
                .filter(DatasetDescribed.class::isInstance)
                .map(event -> ((DatasetDescribed) event).dataset())
                .toList();
        sent.clear();
        return datasets;
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
                assertThat(part).isIn("harvest", "absent");
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
