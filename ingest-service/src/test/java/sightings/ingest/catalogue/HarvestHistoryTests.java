package sightings.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sightings.dataset.Dataset;
import sightings.event.DatasetDescribed;
import sightings.event.Event;
import sightings.ingest.watching.MemoryChannel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays the real harvests of a portal whose paging was unstable: 99 in 45 days, of 95 to 588 datasets each. Nothing may be
 * withdrawn that is there, and each change is told once. A restart follows each harvest: what a watcher knows is what it
 * committed.
 */
class HarvestHistoryTests {

    private static final String PORTAL = "data.cityofchicago.org";
    private static final Path DATA =
            Path.of(System.getProperty("sightings.data", "../../shared/data")).resolve("catalog/chicago");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MemoryChannel channel = new MemoryChannel();
    private final List<Event> topic = new ArrayList<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<Instant, List<String>> history = new LinkedHashMap<>();
    private Map<String, JsonNode> facts = Map.of();

    @BeforeEach
    void read() throws IOException {
        assumeThat(DATA.resolve("harvest-history-ids.jsonl")).exists();
        for (String line : Files.readAllLines(DATA.resolve("harvest-history-ids.jsonl"))) {
            var harvest = JSON.readTree(line);
            var ids = new ArrayList<String>();
            harvest.path("ids").forEach(id -> ids.add(id.asString()));
            history.put(OffsetDateTime.parse(harvest.path("date").asString()).toInstant(), ids);
        }
        facts = new HashMap<>();
        for (String line : Files.readAllLines(DATA.resolve("chicago-catalog-facts.jsonl"))) {
            var result = JSON.readTree(line);
            facts.put(result.path("resource").path("id").asString(), result);
        }
    }

    @Test
    void withdrawsNothingThatIsThereAndTellsEachDatasetOnce() throws Exception {
        replay(_ -> PageState.THERE, Function.identity());

        assertThat(gone()).isEmpty();
        assertThat(described()).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        assertThat(described().keySet()).isEqualTo(all());
        assertThat(harvestSizes()).isSorted();
        System.out.printf(
                "harvest history: %d harvests of %d to %d datasets, %d datasets told once each, 0 withdrawn, %d pages asked%n",
                history.size(),
                history.values().stream().mapToInt(List::size).min().orElseThrow(),
                history.values().stream().mapToInt(List::size).max().orElseThrow(),
                described().size(),
                asked.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void withdrawsNothingWhileThePortalIsDown() throws Exception {
        replay(_ -> PageState.UNKNOWN, Function.identity());

        assertThat(gone()).isEmpty();
    }

    @Test
    void withdrawsOnceWhatIsGoneFromCatalogueAndPortal() throws Exception {
        var last = new ArrayList<>(history.keySet());
        var day = last.get(60);
        var retired =
                new HashSet<>(history.get(day)).stream().sorted().limit(10).toList();
        history.forEach((when, ids) -> {
            if (when.isAfter(day)) {
                ids.removeAll(retired);
            }
        });

        replay(id -> retired.contains(id) ? PageState.GONE : PageState.THERE, Function.identity());

        assertThat(gone()).containsExactlyInAnyOrderElementsOf(retired);
        retired.forEach(id -> assertThat(described()).containsEntry(id, 2));
        assertThat(described().values().stream().filter(times -> times > 1)).hasSize(retired.size());
    }

    @Test
    void tellsChangeOfContentOnce() throws Exception {
        var changes = new ArrayList<>(all()).stream().sorted().limit(25).toList();
        var day = new ArrayList<>(history.keySet()).get(50);
        // From that day on the portal has a new title for these.
        var when = new Instant[1];

        for (var harvest : history.entrySet()) {
            when[0] = harvest.getKey();
            look(harvest.getKey(), harvest.getValue(), _ -> PageState.THERE, dataset -> {
                boolean changed =
                        when[0].isAfter(day) && changes.contains(dataset.id().value());
                return changed ? renamed(dataset) : dataset;
            });
        }

        var shownAgain = new HashSet<String>();
        history.forEach((time, ids) -> {
            if (time.isAfter(day)) {
                shownAgain.addAll(ids);
            }
        });
        var before = new HashSet<String>();
        history.forEach((time, ids) -> {
            if (!time.isAfter(day)) {
                before.addAll(ids);
            }
        });
        assertThat(shownAgain).containsAnyElementsOf(changes);
        described().forEach((id, times) -> {
            boolean told = changes.contains(id) && shownAgain.contains(id) && before.contains(id);
            assertThat(times).as(id).isEqualTo(told ? 2 : 1);
        });
    }

    private void replay(Function<String, PageState> pages, Function<Dataset, Dataset> as) throws Exception {
        for (var harvest : history.entrySet()) {
            look(harvest.getKey(), harvest.getValue(), pages, as);
        }
    }

    private void look(Instant when, List<String> ids, Function<String, PageState> pages, Function<Dataset, Dataset> as)
            throws Exception {
        var view = new CatalogueView(List.of(PORTAL), InstantSource.fixed(when));
        topic.forEach(view::apply);
        view.readBack();
        Function<LocalDate, Harvest> harvests = today -> consumer -> {
            var entries = new Entries(new PortalHosts(PORTAL, List.of()), today);
            for (String id : ids) {
                var fact = facts.getOrDefault(id, JSON.readTree("""
                        {"resource": {"id": "%s", "name": "Dataset %s"}}""".formatted(id, id)));
                var read = entries.read(fact);
                consumer.accept(
                        read instanceof PortalEntry.Described(Dataset dataset)
                                ? new PortalEntry.Described(as.apply(dataset))
                                : read);
            }
            return "";
        };
        Pages asking = dataset -> {
            asked.merge(dataset.id().value(), 1, Integer::sum);
            return pages.apply(dataset.id().value());
        };
        new CatalogueWatcher(PORTAL, harvests, asking, view, () -> when).look(channel, channel);
        topic.addAll(channel.take());
    }

    private Set<String> all() {
        var all = new HashSet<String>();
        history.values().forEach(all::addAll);
        return all;
    }

    private List<String> gone() {
        var gone = new ArrayList<String>();
        topic.forEach(event -> {
            if (event instanceof DatasetDescribed described
                    && described.dataset().goneSince() != null) {
                gone.add(described.dataset().id().value());
            }
        });
        return gone;
    }

    private Map<String, Integer> described() {
        var times = new HashMap<String, Integer>();
        topic.forEach(event -> {
            if (event instanceof DatasetDescribed described) {
                times.merge(described.dataset().id().value(), 1, Integer::sum);
            }
        });
        return times;
    }

    private List<Integer> harvestSizes() {
        var sizes = new ArrayList<Integer>();
        topic.forEach(event -> {
            if (event instanceof sightings.event.CatalogueHarvested harvested) {
                sizes.add(harvested.datasets());
            }
        });
        return sizes;
    }

    private static Dataset renamed(Dataset dataset) {
        return new Dataset(
                dataset.id(),
                dataset.portal(),
                dataset.title() + " (new)",
                dataset.description(),
                dataset.landingPage(),
                dataset.category(),
                dataset.keywords(),
                dataset.publisher(),
                dataset.licence(),
                dataset.updatedAt(),
                dataset.downloads(),
                dataset.references());
    }
}
