package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightings.event.Event;
import sightings.event.SourceReported.State;
import sightings.event.UsageCounted;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;

/** Tests for {@link StatisticsWatcher}. */
class StatisticsWatcherTests {

    @TempDir
    Path folder;

    private final Kept kept = new Kept();
    private final FewDatasets datasets = FewDatasets.usual();

    @Test
    void tellsEachDayAsReportedByThePortal() throws IOException {
        var round = watcher(
                        "dataset,day,kind,count\nabcd-1234,2026-11-01,view,10\nabcd-1234,2026-11-02,api,3\nx,y,z,1\n")
                .look(kept, kept);
        assertThat(round.items()).isEqualTo(3);
        assertThat(round.failures()).isEqualTo(1);
        assertThat(round.message()).isEqualTo("1 rows cannot be read: line 4: no dataset of the catalogue");
        assertThat(kept.committed).hasSize(2).allSatisfy(event -> {
            var usage = (UsageCounted) event;
            assertThat(usage.profile()).isEqualTo(UsageCounted.REPORTED);
            assertThat(usage.visitors()).isEqualTo(-1);
            assertThat(usage.cells())
                    .singleElement()
                    .satisfies(cell -> assertThat(cell.hour()).isEqualTo(-1));
        });
        assertThat(((UsageCounted) kept.committed.getFirst()).day()).isEqualTo(LocalDate.parse("2026-11-01"));
    }

    @Test
    void readsTheFileAgainOnlyWhenItHasChanged() throws IOException {
        var text = "dataset,day,kind,count\nabcd-1234,2026-11-01,view,10\n";
        watcher(text).look(kept, kept);
        assertThat(watcher(text).look(kept, kept).items()).isEqualTo(1);
        assertThat(kept.committed).hasSize(1);
        watcher(text.replace("10", "11")).look(kept, kept);
        assertThat(kept.committed).hasSize(2);
    }

    @Test
    void waitsForTheCatalogue() throws IOException {
        datasets.harvested = false;
        var round = watcher("dataset,day,kind,count\nabcd-1234,2026-11-01,view,10\n")
                .look(kept, kept);
        assertThat(round.state()).isEqualTo(State.WAITING);
        assertThat(kept.committed).isEmpty();
    }

    @Test
    void namesTheSettingWhereThereIsNoFile() throws IOException {
        var round = new StatisticsWatcher("site", folder.resolve("none.csv"), datasets).look(kept, kept);
        assertThat(round.state()).isEqualTo(State.NEEDS_SETTING);
        assertThat(round.message()).startsWith("city.statistics");
    }

    private StatisticsWatcher watcher(String text) throws IOException {
        var file = folder.resolve("usage.csv");
        Files.writeString(file, text);
        return new StatisticsWatcher("site", file, datasets);
    }

    /** Keeps what is committed. */
    private static final class Kept implements Outlet, Checkpoints {

        private final List<Event> sent = new ArrayList<>();
        private final List<Event> committed = new ArrayList<>();
        private final Map<String, Map<String, String>> states = new TreeMap<>();

        @Override
        public void send(Event event) {
            sent.add(event);
        }

        @Override
        public void forget(String place) {
            throw new AssertionError("No place of a statistic is ever forgotten");
        }

        @Override
        public void commit(String part, Map<String, String> state) {
            committed.addAll(sent);
            sent.clear();
            states.put(part, state);
        }

        @Override
        public Optional<Map<String, String>> of(String part) {
            return Optional.ofNullable(states.get(part));
        }

        @Override
        public Map<String, Map<String, String>> all() {
            return states;
        }
    }
}
