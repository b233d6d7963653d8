package sightings.ingest.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightings.event.Event;
import sightings.event.SourceReported.State;
import sightings.event.UsageCounted;
import sightings.ingest.downloads.FewDatasets;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.RoundReport;

/** Tests for {@link StatisticsWatcher}. */
class StatisticsWatcherTests {

    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final String HEADER = "dataset,day,kind,count\n";

    @TempDir
    Path folder;

    private final Kept kept = new Kept();
    private final FewDatasets datasets = FewDatasets.usual();
    private Instant changed = NOW.minusSeconds(3_600);

    @Test
    void tellsEachDayAsReportedByThePortal() throws Exception {
        var round = look(HEADER + "abcd-1234,2026-11-01,view,10\nabcd-1234,2026-11-02,api,3\nabcd-1234,y,view,1\n");
        assertThat(round.state()).isEqualTo(State.OK);
        assertThat(round.items()).isEqualTo(3);
        assertThat(round.failures()).isEqualTo(1);
        assertThat(round.message())
                .startsWith("1 rows cannot be read: line 4: the day must be written like 2026-11-23");
        assertThat(round.counters())
                .containsExactlyInAnyOrderEntriesOf(Map.of("read", 3L, "accepted", 2L, "rejected.bad_date", 1L));
        assertThat(kept.committed).hasSize(2).allSatisfy(event -> {
            var usage = (UsageCounted) event;
            assertThat(usage.profile()).isEqualTo(UsageCounted.REPORTED);
            assertThat(usage.visitors()).isEqualTo(-1);
            assertThat(usage.cells())
                    .singleElement()
                    .satisfies(cell -> assertThat(cell.hour()).isEqualTo(-1));
        });
        assertThat(told()).containsExactly("abcd-1234 2026-11-01 VIEW=10", "abcd-1234 2026-11-02 API=3");
    }

    @Test
    void doesNotReadAFileOfTheSameSizeAndTime() throws Exception {
        var watcher = watcher();
        write(HEADER + "abcd-1234,2026-11-01,view,10\n");
        watcher.look(kept, kept);
        kept.committed.clear();
        Files.writeString(folder.resolve("usage.csv"), HEADER + "abcd-1234,2026-11-01,view,11\n");
        Files.setLastModifiedTime(folder.resolve("usage.csv"), FileTime.from(changed));
        assertThat(watcher.look(kept, kept).items()).isEqualTo(1);
        assertThat(kept.committed).isEmpty();
        watcher.lookAsked(kept, kept);
        assertThat(told()).containsExactly("abcd-1234 2026-11-01 VIEW=11");
    }

    @Test
    void tellsOnlyTheMonthsThatHaveChanged() throws Exception {
        var text = HEADER + "abcd-1234,2026-10-01,view,1\nabcd-1234,2026-11-01,view,10\nwxyz-9876,2026-11-01,view,2\n";
        look(text);
        kept.committed.clear();
        look(text);
        assertThat(kept.committed).isEmpty();
        look(text.replace("10\n", "11\n"));
        assertThat(told()).containsExactly("abcd-1234 2026-11-01 VIEW=11");
    }

    @Test
    void withdrawsWhatTheFileStatesNoMore() throws Exception {
        look(HEADER
                + "abcd-1234,2026-10-31,view,1\nabcd-1234,2026-11-01,view,10\nabcd-1234,2026-11-01,api,4\n"
                + "abcd-1234,2026-11-02,view,5\nwxyz-9876,2026-11-01,view,2\n");
        kept.committed.clear();
        look(HEADER + "abcd-1234,2026-11-01,view,10\n");
        assertThat(told())
                .containsExactly(
                        "abcd-1234 2026-10-31",
                        "abcd-1234 2026-11-01 VIEW=10",
                        "abcd-1234 2026-11-02",
                        "wxyz-9876 2026-11-01");
        kept.committed.clear();
        look(HEADER);
        assertThat(told()).containsExactly("abcd-1234 2026-11-01");
        look(HEADER + "abcd-1234,2026-11-02,view,5\n");
        assertThat(told()).containsExactly("abcd-1234 2026-11-01", "abcd-1234 2026-11-02 VIEW=5");
    }

    @Test
    void goesOnWithWithdrawingAfterAnInterruptedRound() throws Exception {
        look(HEADER + "abcd-1234,2026-11-01,view,1\nwxyz-9876,2026-11-01,view,2\n");
        kept.committed.clear();
        kept.failsAtPart = "dataset/wxyz-9876";
        write(HEADER);
        assertThatThrownBy(() -> watcher().look(kept, kept)).hasMessage("the broker is away");
        kept.sent.clear();
        kept.failsAtPart = "";
        watcher().look(kept, kept);
        assertThat(told()).containsExactly("abcd-1234 2026-11-01", "wxyz-9876 2026-11-01");
    }

    @Test
    void withdrawsNothingWhereTheFileIsGoneOrBroken() throws Exception {
        look(HEADER + "abcd-1234,2026-11-01,view,10\n");
        kept.committed.clear();
        for (var text : List.of("", "id,count\n1,2\n", HEADER + "\"open", "x".repeat(70_000), "x".repeat(2_000_001))) {
            var round = look(text);
            assertThat(round.state()).isEqualTo(State.FAILING);
            assertThat(round.message()).startsWith("The file is not read, and what it stated before stands: ");
            assertThat(watcher().look(kept, kept)).isEqualTo(round);
        }
        Files.delete(folder.resolve("usage.csv"));
        assertThat(watcher().look(kept, kept).state()).isEqualTo(State.NEEDS_SETTING);
        assertThat(kept.committed).isEmpty();
        look(HEADER + "abcd-1234,2026-11-01,view,11\n");
        assertThat(told()).containsExactly("abcd-1234 2026-11-01 VIEW=11");
    }

    @Test
    void takesRowsOnceTheirDatasetIsInTheCatalogue() throws Exception {
        var watcher = watcher();
        write(HEADER + "abcd-1234,2026-11-01,view,10\nlate-0001,2026-11-01,view,7\nlate-0001,2026-11-02,view,7\n");
        var round = watcher.look(kept, kept);
        assertThat(round.failures()).isZero();
        assertThat(round.counters()).containsEntry("filtered.not_in_catalogue", 2L);
        assertThat(round.message())
                .isEqualTo("2 rows are of what is not in the catalogue, and are taken once it is: late-0001");
        kept.committed.clear();
        watcher.look(kept, kept);
        assertThat(kept.committed).isEmpty();
        datasets.add("late-0001");
        assertThat(watcher.look(kept, kept).message()).isNull();
        assertThat(told()).containsExactly("late-0001 2026-11-01 VIEW=7", "late-0001 2026-11-02 VIEW=7");
    }

    @Test
    void takesRowsWhoseDatasetCameWhileTheServiceWasDown() throws Exception {
        look(HEADER + "late-0001,2026-11-01,view,7\n");
        datasets.add("late-0001");
        watcher().look(kept, kept);
        assertThat(told()).containsExactly("late-0001 2026-11-01 VIEW=7");
    }

    @Test
    void leavesAloneWhatTheCatalogueDoesNotKnowAnyMore() throws Exception {
        datasets.add("late-0001");
        look(HEADER + "late-0001,2026-11-01,view,7\n");
        kept.committed.clear();
        datasets.remove("late-0001");
        look(HEADER + "late-0001,2026-11-01,view,8\n");
        assertThat(kept.committed).isEmpty();
    }

    @Test
    void saysWhichAccessIsNoneOfOurs() throws Exception {
        var round = look("timestamp,asset_uid,access_type,value\n2026-11-01,abcd-1234,embed,7\n");
        assertThat(round.message())
                .isEqualTo("1 rows are of access that is no view, download or query, and are left out: embed");
    }

    @Test
    void waitsForAFileThatMayStillBeWritten() throws Exception {
        changed = NOW.minusSeconds(61);
        var round = look(HEADER + "abcd-1234,2026-11-01,view,10\n");
        assertThat(round.next()).isEqualTo(Duration.ofSeconds(2));
        assertThat(kept.committed).isEmpty();
        // The clock of a file server may be ahead.
        changed = NOW.plusSeconds(3_600);
        look(HEADER + "abcd-1234,2026-11-01,view,10\n");
        assertThat(kept.committed).hasSize(1);
    }

    @Test
    void keepsNothingOfTheFileButWhatIsShort() throws Exception {
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < 30_000; i++) {
            text.append("abcd-1234,2026-11-01,look,1\nx").append(i).append(",2026-11-01,view,1\n");
        }
        var round = look(text + "abcd-1234,2026-11-01,view,1\n");
        assertThat(round.counters())
                .containsEntry("accepted", 1L)
                .containsEntry("rejected.bad_kind", 30_000L)
                .containsEntry("filtered.not_in_catalogue", 30_000L);
        assertThat(kept.states.toString()).hasSizeLessThan(1_000);
    }

    @Test
    void waitsForTheCatalogue() throws Exception {
        datasets.harvested = false;
        var round = look(HEADER + "abcd-1234,2026-11-01,view,10\n");
        assertThat(round.state()).isEqualTo(State.WAITING);
        assertThat(kept.committed).isEmpty();
    }

    @Test
    void namesTheSettingWhereThereIsNoFile() throws Exception {
        var round = watcher().look(kept, kept);
        assertThat(round.state()).isEqualTo(State.NEEDS_SETTING);
        assertThat(round.message()).startsWith("city.statistics");
        Files.createDirectory(folder.resolve("usage.csv"));
        assertThat(watcher().look(kept, kept).state()).isEqualTo(State.NEEDS_SETTING);
    }

    /** What a service that has just started makes of this file. */
    private RoundReport look(String text) throws Exception {
        write(text);
        return watcher().look(kept, kept);
    }

    private void write(String text) throws IOException {
        changed = changed.plusSeconds(60);
        var file = folder.resolve("usage.csv");
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }

    private StatisticsWatcher watcher() {
        var bounds = new StatisticsBounds(2_000_000, 100_000, 1 << 15, 100);
        return new StatisticsWatcher("site", folder.resolve("usage.csv"), datasets, InstantSource.fixed(NOW), bounds);
    }

    private List<String> told() {
        return kept.committed.stream()
                .map(UsageCounted.class::cast)
                .map(usage -> usage.dataset() + " " + usage.day()
                        + usage.cells().stream()
                                .map(cell -> " " + cell.kind() + "=" + cell.count())
                                .collect(Collectors.joining()))
                .toList();
    }

    /** Keeps what is committed. */
    private static final class Kept implements Outlet, Checkpoints {

        private final List<Event> sent = new ArrayList<>();
        private final List<Event> committed = new ArrayList<>();
        private final Map<String, Map<String, String>> states = new TreeMap<>();
        private String failsAtPart = "";

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
            if (part.equals(failsAtPart)) {
                throw new IllegalStateException("the broker is away");
            }
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
