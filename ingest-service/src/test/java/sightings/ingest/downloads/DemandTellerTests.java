package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.event.DemandSeen;
import sightings.event.VisitorId;
import sightings.evidence.SourceId;

/** Tests for {@link DemandTeller} and {@link Demands}. */
class DemandTellerTests {

    private static final SourceId SOURCE = new SourceId("log:portal");
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final Wanted NOISE = new Wanted(DemandSeen.Kind.SEARCH, "noise complaints");

    private final Map<String, FileState> files = new TreeMap<>();
    private final DemandTeller teller = new DemandTeller(SOURCE, InstantSource.fixed(NOW));
    private final List<DemandSeen> told = new ArrayList<>();
    private Demands all = new Demands();

    private record Visit(int file, int day, String visitor) {}

    @Test
    void tellsWhatEnoughVisitorsOfAllFilesAskedForOnceAndThenWhatIsNew() {
        read(new Visit(1, 1, "aaaaaaaa1"), new Visit(1, 1, "bbbbbbbb2"), new Visit(2, 2, "cccccccc3"));
        read(new Visit(2, 2, "dddddddd4"), new Visit(1, 2, "dddddddd4"));
        assertThat(told).isEmpty();
        read(new Visit(3, 3, "eeeeeeee5"));
        assertThat(told)
                .containsExactly(new DemandSeen(
                        SOURCE,
                        DemandSeen.Kind.SEARCH,
                        "noise complaints",
                        5,
                        LocalDate.parse("2026-11-01"),
                        LocalDate.parse("2026-11-03"),
                        NOW));
        read(new Visit(1, 3, "ffffffff6"));
        read(new Visit(3, 3, "eeeeeeee5"));
        assertThat(told).as("nothing new").hasSize(1);
        read(new Visit(1, 9, "gggggggg7"));
        assertThat(told.getLast().lastDay()).isEqualTo(LocalDate.parse("2026-11-09"));
    }

    @Test
    void remembersOverARestartWhatItTold() {
        read(visits());
        assertThat(told).isNotEmpty();
        told.clear();
        files.replaceAll((part, state) -> FileState.of(part, state.state()));
        var again = new DemandTeller(SOURCE, InstantSource.fixed(NOW));
        all = new Demands();
        files.values().forEach(state -> all.addAll(state.demands()));
        again.begin(all);
        var file = files.get("1");
        file.demands().add("hash", LocalDate.parse("2026-11-03"), new VisitorId("hhhhhhhh"));
        assertThat(again.news(all, file, new TreeMap<>(Map.of("hash", NOISE)))).isEmpty();
    }

    @Test
    void keepsNoWordInACheckpointBeforeEnoughAskedForIt() {
        read(new Visit(1, 1, "aaaaaaaa1"), new Visit(1, 2, "bbbbbbbb2"), new Visit(1, 3, "cccccccc3"));
        assertThat(files.get("1").state().toString()).contains("wanted:hash").doesNotContain("noise");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tellsTheSameInTheEndInWhateverOrderAndFilesTheVisitsStand(long seed) {
        var random = new Random(seed);
        var visits = new ArrayList<>(List.of(visits()));
        var ends = new HashMap<DemandSeen, Integer>();
        for (int turn = 0; turn < 50; turn++) {
            files.clear();
            told.clear();
            all = new Demands();
            teller.begin(all);
            Collections.shuffle(visits, random);
            for (var visit : visits) {
                for (int again = random.nextInt(2); again >= 0; again--) {
                    read(new Visit(random.nextInt(4), visit.day(), visit.visitor()));
                }
            }
            ends.merge(told.getLast(), 1, Integer::sum);
        }
        assertThat(ends).as("seed %d", seed).hasSize(1);
    }

    @Test
    void isBoundedAndKeepsWhatManyAskedFor() {
        var demands = new Demands();
        demands.add("strong", LocalDate.EPOCH, new VisitorId("aaaaaaaa"));
        demands.add("strong", LocalDate.EPOCH, new VisitorId("bbbbbbbb"));
        for (int i = 0; i < 2_000; i++) {
            demands.add("weak" + i, LocalDate.EPOCH.plusDays(i % 7), new VisitorId("visitor" + i));
        }
        assertThat(demands.state()).hasSize(300).containsKey("wanted:strong");
    }

    private static Visit[] visits() {
        var visits = new ArrayList<Visit>();
        for (int i = 0; i < 12; i++) {
            visits.add(new Visit(1, 1 + i % 5, Integer.toHexString(0x7A3B1C2D + i * 0x01010101)));
        }
        return visits.toArray(Visit[]::new);
    }

    /** What is read up to one commit of each file. */
    private void read(Visit... visits) {
        for (var visit : visits) {
            var part = Integer.toString(visit.file());
            var state = files.computeIfAbsent(
                    part, name -> FileState.begin(name.getBytes(StandardCharsets.UTF_8), "-" + name));
            var day = LocalDate.parse("2026-10-31").plusDays(visit.day());
            if (state.demands().add("hash", day, new VisitorId(visit.visitor()))) {
                told.addAll(teller.news(all, state, new TreeMap<>(Map.of("hash", NOISE))));
            }
        }
    }
}
