package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.event.AccessClass;
import sightings.event.AccessKind;

/** Tests for {@link VisitCounter}: the counts are those of the set of accesses, whatever their order and the memory. */
class VisitCounterTests {

    private static final int START = 1_764_547_200;
    private static final int[] STATUSES = {200, 304, 206, 302};

    @TempDir
    Path folder = Path.of("");

    private record Click(long visitor, int dataset, long url, long second, AccessClass who, int status, long line) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123, 1, 2, 3})
    void countsTheSameInAnyOrderAndWithLittleMemory(long seed) throws IOException {
        var random = new Random(seed);
        var clicks = clicks(random, 3_000);
        for (var profile : List.of(Profile.COUNTER_RD, Profile.EVERY_DOWNLOAD)) {
            var expected = counted(profile, clicks, 10_000);
            assertThat(expected).isNotEmpty();
            for (int turn = 0; turn < 3; turn++) {
                var shuffled = new ArrayList<>(clicks);
                Collections.shuffle(shuffled, random);
                assertThat(counted(profile, shuffled, 7 + random.nextInt(300)))
                        .as("%s, seed %d, turn %d", profile.name(), seed, turn)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void countsTheSameLinesTwiceAsOneDownload() throws IOException {
        var clicks = List.of(click(1, AccessClass.TOOL, 200, 5), click(1, AccessClass.TOOL, 200, 6));
        var twice = new ArrayList<>(clicks);
        twice.addAll(clicks);
        assertThat(counted(Profile.EVERY_DOWNLOAD, twice, 100))
                .isEqualTo(counted(Profile.EVERY_DOWNLOAD, clicks, 100))
                .containsValue("2");
    }

    @Test
    void leavesRobotsOutOfTheCodesCountsOnly() throws IOException {
        var clicks = List.of(click(1, AccessClass.ROBOT, 200, 5));
        assertThat(counted(Profile.COUNTER_RD, clicks, 100)).isEmpty();
        assertThat(counted(Profile.EVERY_DOWNLOAD, clicks, 100)).containsValue("1");
    }

    @Test
    void keepsTheOtherClicksOfAVisitorWhoIsARobotAtTheEnd() throws IOException {
        var clicks = List.of(
                click(1, AccessClass.PERSON, 200, 5),
                new Click(1, 7, 9L << 40, START + 100, AccessClass.ROBOT, 200, 6));
        assertThat(counted(Profile.COUNTER_RD, clicks, 100)).containsValue("1/1/1/1/0");
    }

    @Test
    void neverTakesTwoVisitorsClicksForADoubleClick() throws IOException {
        var clicks = List.of(click(1, AccessClass.PERSON, 200, 5), click(2, AccessClass.PERSON, 200, 5));
        assertThat(counted(Profile.COUNTER_RD, clicks, 100))
                .containsOnlyKeys("7")
                .containsValue("2/2/2/2/0");
    }

    private static Click click(long visitor, AccessClass who, int status, long line) {
        return new Click(visitor, 7, 9L << 40, START, who, status, line);
    }

    private static List<Click> clicks(Random random, int count) {
        var clicks = new ArrayList<Click>();
        for (int i = 0; i < count; i++) {
            int visitor = random.nextInt(30);
            clicks.add(new Click(
                    visitor * 0x9E3779B97F4A7C15L,
                    random.nextInt(3),
                    (long) random.nextInt(3) << 50,
                    START + random.nextInt(9_000),
                    AccessClass.values()[visitor % 4],
                    STATUSES[random.nextInt(STATUSES.length)],
                    i / 2));
        }
        return clicks;
    }

    /** By dataset: the Code's numbers, or all downloads. */
    private TreeMap<String, String> counted(Profile profile, List<Click> clicks, int inMemory) throws IOException {
        var sums = new TreeMap<Integer, int[]>();
        try (var counter = new VisitCounter(profile, folder, inMemory)) {
            var parts = List.of(counter.part(), counter.part());
            for (var click : clicks) {
                if (profile.statuses().contains(click.status)) {
                    parts.get((int) click.line & 1)
                            .add(
                                    click.visitor,
                                    click.dataset,
                                    click.url,
                                    click.second,
                                    0,
                                    click.who,
                                    AccessKind.DOWNLOAD,
                                    click.status,
                                    click.line);
                }
            }
            counter.count(new VisitCounter.Totals() {
                @Override
                public void counterRd(int dataset, int agent, VisitorDay day) {
                    add(
                            dataset,
                            day.investigations(),
                            day.requests(),
                            day.uniqueInvestigations(),
                            day.uniqueRequests(),
                            day.doubleClicks());
                }

                @Override
                public void everyDownload(int dataset, int agent, SuccessfulDay day) {
                    add(dataset, day.count(AccessKind.DOWNLOAD));
                }

                private void add(int dataset, int... counts) {
                    var sum = sums.computeIfAbsent(dataset, _ -> new int[counts.length]);
                    for (int i = 0; i < counts.length; i++) {
                        sum[i] += counts[i];
                    }
                }
            });
        }
        var written = new TreeMap<String, String>();
        sums.forEach((dataset, sum) -> {
            var text = new StringBuilder();
            for (int count : sum) {
                text.append(text.isEmpty() ? "" : "/").append(count);
            }
            written.put(dataset.toString(), text.toString());
        });
        return written;
    }
}
