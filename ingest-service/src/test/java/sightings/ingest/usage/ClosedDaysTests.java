package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.Caller;
import sightings.event.CallerCell;
import sightings.event.UsageCounted;

/** Tests for what is left of a day in the stores when it is over, and for lines that come still later. */
class ClosedDaysTests {

    private static final Duration WEEK = Duration.ofDays(8);
    private static final List<String> OF_OPEN_DAYS = List.of(
            FirstOfItsKind.LINES,
            FirstOfItsKind.DAYS,
            CountVisits.VISITS,
            CountDays.COUNTS,
            CountDays.OPEN,
            CountDays.OPEN_DAYS,
            CountDays.CHANGED);

    @TempDir
    Path folder;

    @Test
    void leavesOneRecordWithTotalsOfADatasetsDayUnderEachProfile() {
        try (var counter = new TestedTopology(folder, "left")) {
            drawn(new Random(1), 300, "a").forEach(access -> counter.add(access.make()));
            var told = counter.told();
            counter.pass(Duration.ofDays(6));
            assertThat(counter.stored(CountDays.TOTALS))
                    .as("the day may still grow")
                    .isEmpty();

            counter.pass(WEEK);

            OF_OPEN_DAYS.forEach(
                    store -> assertThat(counter.stored(store)).as(store).isEmpty());
            assertThat(counter.stored(CountDays.TOTALS)).hasSameSizeAs(told);
            assertThat(counter.told()).as("nothing has changed").isEmpty();
        }
    }

    /** As a late file does that is read on: under another salt, so that nobody is known again. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261127, 1, 2, 3, 4})
    void addsLinesThatComeAfterwardsToTheTotals(long seed) {
        var random = new Random(seed);
        var batches = List.of(drawn(random, 200, "a"), drawn(random, 200, "b"), drawn(random, 50, "c"));
        Map<String, UsageCounted> expected;
        try (var counter = new TestedTopology(folder, "at-once")) {
            batches.forEach(batch -> batch.forEach(access -> counter.add(access.make())));
            expected = counter.told();
        }
        try (var counter = new TestedTopology(folder, "one-by-one")) {
            var order = new ArrayList<>(batches);
            Collections.shuffle(order, random);
            var told = new TreeMap<String, UsageCounted>();
            for (var batch : order) {
                batch.forEach(access -> counter.add(access.make()));
                // It may be over before it was told: a service that was away tells and closes at once.
                if (random.nextBoolean()) {
                    told.putAll(counter.told());
                }
                counter.pass(WEEK);
                told.putAll(counter.told());
            }
            assertThat(told).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void leavesOfManyCallersThoseThatAreToldAndFollowsOthersAgain() {
        try (var counter = new TestedTopology(folder, "callers")) {
            counter.add(IntStream.range(0, 200)
                    .mapToObj(i -> called("a" + i, "site" + i % 100 + "-of-somebody"))
                    .map(Accesses::make)
                    .toList());
            var before = callers(counter);
            counter.pass(WEEK);
            Map<String, String> left = counter.stored(CountDays.TOTALS);
            assertThat(String.join("\n", left.values()).lines().filter(line -> line.contains("-of-somebody")))
                    .as("calls and visitors of each")
                    .hasSize(2 * Callers.MOST);

            counter.add(called("b", "another").make());
            counter.add(called("c", "another").make());
            counter.add(called("d", "another").make());

            assertThat(callers(counter))
                    .hasSize(Callers.MOST)
                    .contains(new CallerCell(Caller.site("another"), 3, 3))
                    .hasSameSizeAs(before)
                    .satisfies(after -> assertThat(before).containsAll(after.subList(1, Callers.MOST)));
        }
    }

    /** The bound that operations.md states. */
    @Test
    void keepsNoMoreThanTwelveKilobytesOfABusyDayWithMoreCallersThanAreFollowed() {
        try (var counter = new TestedTopology(folder, "bound")) {
            for (int hour = 0; hour < 24; hour++) {
                for (var accessClass : AccessClass.values()) {
                    for (var kind : AccessKind.values()) {
                        counter.add(Accesses.of(hour + "-" + accessClass + "-" + kind)
                                .by(
                                        "visitor-" + accessClass,
                                        accessClass,
                                        accessClass == AccessClass.TOOL ? "curl" : "-")
                                .at(hour * 3_600)
                                .asked("url-" + kind, kind, 200)
                                .make());
                    }
                }
            }
            for (int i = 0; i < 1_200; i += 100) {
                counter.add(IntStream.range(i, i + 100)
                        .mapToObj(each ->
                                called("line" + each, "%016x".formatted(each)).make())
                        .toList());
            }
            counter.pass(WEEK);
            Map<String, String> left = counter.stored(CountDays.TOTALS);
            assertThat(left).hasSize(Profile.ALL.size());
            int bytes = left.entrySet().stream()
                    .mapToInt(each -> (each.getKey() + each.getValue()).getBytes(StandardCharsets.UTF_8).length)
                    .max()
                    .orElseThrow();
            assertThat(bytes).isLessThan(12_000);
        }
    }

    private static Accesses called(String line, String site) {
        return Accesses.of(line).by(line, AccessClass.PERSON, "-").through(site, null);
    }

    private static List<CallerCell> callers(TestedTopology counter) {
        return counter.told().values().stream()
                .flatMap(counted -> counted.callers().stream())
                .toList();
    }

    private static List<Accesses> drawn(Random random, int count, String salt) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var accessClass = AccessClass.values()[random.nextInt(4)];
                    return Accesses.of(salt + i)
                            .by(
                                    salt + random.nextInt(20) + accessClass,
                                    accessClass,
                                    accessClass == AccessClass.TOOL ? "curl" : "-")
                            .ofSet("set" + random.nextInt(3))
                            .at(random.nextInt(80_000))
                            .asked(
                                    salt + random.nextInt(4),
                                    AccessKind.values()[random.nextInt(AccessKind.values().length)],
                                    random.nextInt(5) == 0 ? 302 : 200)
                            .through("site" + random.nextInt(9), null);
                })
                .toList();
    }
}
