package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
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
import sightings.event.DatasetAccessed;
import sightings.event.UniqueCell;
import sightings.event.UsageCell;
import sightings.event.UsageCounted;

/**
 * Tests for {@link CountVisits} and the {@link Visits} of each profile: access by access or several together, in any order, they come to what {@link VisitorDay} and
 * {@link SuccessfulDay} give for sorted ones.
 */
class CountVisitsTests {

    private static final int[] GAPS = {0, 0, 1, 10, 29, 30, 31, 45, 600, 1_799, 1_800, 1_801, 3_000};
    private static final int[] STATUSES = {200, 200, 200, 304, 206, 206, 206, 302, 301, 404};
    private static final int DATASETS = 3;
    private static final int URLS = 4;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123, 1, 2, 3, 4, 5, 6, 7})
    void givesTheNumbersOfTheFoldsInAnyOrderWithRepetitionsAndOnSeveralInstances(long seed) throws IOException {
        var random = new Random(seed);
        var accesses = drawn(random, 600);
        var expected = folded(accesses);
        assertThat(expected).as("seed %d has something of everything", seed).hasSizeGreaterThan(DATASETS * 12);
        for (int instances = 1; instances <= 3; instances++) {
            var schedule = new ArrayList<>(accesses);
            schedule.addAll(accesses.subList(0, random.nextInt(accesses.size())));
            if (instances > 1) {
                Collections.shuffle(schedule, random);
            }
            assertThat(counted(schedule, instances, random))
                    .as("seed %d, %d instances", seed, instances)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aClickInBetweenMakesOneChainOfTwoClicks() {
        assertThat(cells(UsageCounted.COUNTER_RD, view("a", 3_590), view("b", 3_650)))
                .containsExactly(cell(0, AccessKind.VIEW, 1), cell(1, AccessKind.VIEW, 1));
        assertThat(cells(UsageCounted.COUNTER_RD, view("a", 3_590), view("b", 3_650), view("c", 3_620)))
                .containsExactly(cell(1, AccessKind.VIEW, 1));
    }

    @Test
    void accessesFromBeforeUrlsWereHashedAreNoDoubleClicks() {
        assertThat(cells(
                        UsageCounted.COUNTER_RD,
                        view("a", 10).asked(null, AccessKind.VIEW, 200),
                        view("b", 11).asked(null, AccessKind.VIEW, 200)))
                .containsExactly(cell(0, AccessKind.VIEW, 2));
    }

    @Test
    void aDownloadInRangesIsCountedInTheHourInWhichItBegan() {
        assertThat(cells(UsageCounted.DOWNLOADS, part("b", 3_700), part("c", 5_000), part("a", 3_500)))
                .containsExactly(cell(0, AccessKind.DOWNLOAD, 1));
    }

    @Test
    void theWholeFileAmongItsRangesIsTheOnlyOneThatCounts() {
        assertThat(cells(
                        UsageCounted.DOWNLOADS,
                        part("a", 3_500),
                        part("c", 5_000),
                        view("b", 4_000).asked("file", AccessKind.DOWNLOAD, 200)))
                .containsExactly(cell(1, AccessKind.DOWNLOAD, 1));
    }

    @Test
    void theFirstRedirectsOfADayAreThoseThatLedToAnswers() {
        var redirects = new Accesses[] {redirect("c", 20_000), redirect("a", 100), redirect("b", 9_000)};
        assertThat(cells(UsageCounted.DOWNLOADS, redirects))
                .containsExactly(
                        cell(0, AccessKind.DOWNLOAD, 1),
                        cell(2, AccessKind.DOWNLOAD, 1),
                        cell(5, AccessKind.DOWNLOAD, 1));
        assertThat(cells(
                        UsageCounted.DOWNLOADS,
                        redirects[0],
                        redirects[1],
                        redirects[2],
                        view("d", 30_000).asked("file", AccessKind.DOWNLOAD, 200)))
                .containsExactly(
                        cell(2, AccessKind.DOWNLOAD, 1),
                        cell(5, AccessKind.DOWNLOAD, 1),
                        cell(8, AccessKind.DOWNLOAD, 1));
    }

    private static Accesses view(String line, int second) {
        return Accesses.of(line).at(second);
    }

    private static Accesses part(String line, int second) {
        return view(line, second).asked("file", AccessKind.DOWNLOAD, 206);
    }

    private static Accesses redirect(String line, int second) {
        return view(line, second).asked("permalink", AccessKind.DOWNLOAD, 302);
    }

    private static UsageCell cell(int hour, AccessKind kind, long count) {
        return new UsageCell(hour, AccessClass.PERSON, "-", kind, count);
    }

    private List<UsageCell> cells(String profile, Accesses... accesses) {
        try (var counter = new TestedTopology(folder, "cells")) {
            for (var access : accesses) {
                counter.add(access.make());
            }
            return counter.told().values().stream()
                    .filter(counted -> counted.profile().equals(profile))
                    .flatMap(counted -> counted.cells().stream())
                    .toList();
        }
    }

    /** Bursts of accesses of few visitors to few URLs, so that all rules meet; some visitors use several programs. */
    private static List<Accesses> drawn(Random random, int count) {
        var drawn = new ArrayList<Accesses>();
        int second = 0;
        int visitor = 0;
        int dataset = 0;
        int url = 0;
        for (int i = 0; i < count; i++) {
            if (i % 10 == 0) {
                second = random.nextInt(80_000);
                visitor = random.nextInt(12);
                dataset = random.nextInt(DATASETS);
                url = random.nextInt(URLS);
            }
            second = Math.min(second + GAPS[random.nextInt(GAPS.length)], 86_399);
            var accessClass = AccessClass.values()[(visitor + (visitor > 8 ? random.nextInt(4) : 0)) % 4];
            drawn.add(Accesses.of("line" + i)
                    .by("visitor" + visitor, accessClass, accessClass == AccessClass.TOOL ? "curl" : "-")
                    .ofSet("set" + dataset)
                    .at(second)
                    .asked(
                            "url" + url,
                            AccessKind.values()[url % AccessKind.values().length],
                            STATUSES[random.nextInt(STATUSES.length)])
                    .through(
                            accessClass == AccessClass.PERSON && i % 3 > 0 ? "site" + i % 3 : null,
                            i % 7 == 0 ? "key" : null));
        }
        return drawn;
    }

    private Map<String, Long> counted(List<Accesses> schedule, int instances, Random random) {
        var counters = new ArrayList<TestedTopology>();
        try {
            for (int i = 0; i < instances; i++) {
                counters.add(new TestedTopology(folder, "counter-" + instances + "-" + i));
            }
            var together = new ArrayList<List<DatasetAccessed>>();
            counters.forEach(_ -> together.add(new ArrayList<>()));
            for (var access : schedule) {
                int instance = Math.floorMod(access.visitor().hashCode(), instances);
                together.get(instance).add(access.make());
                if (random.nextInt(10) == 0) {
                    counters.get(instance).add(together.set(instance, new ArrayList<>()));
                } else if (random.nextInt(10) == 0) {
                    together.set(instance, new ArrayList<>()).forEach(counters.get(instance)::add);
                }
                if (random.nextInt(50) == 0) {
                    counters.get(instance).tell();
                }
            }
            for (int i = 0; i < instances; i++) {
                together.get(i).forEach(counters.get(i)::add);
            }
            var sums = new TreeMap<String, Long>();
            counters.forEach(counter -> counter.told().values().forEach(counted -> add(counted, sums)));
            return sums;
        } finally {
            counters.forEach(TestedTopology::close);
        }
    }

    private static void add(UsageCounted counted, Map<String, Long> sums) {
        var dataset = counted.dataset().value();
        if (counted.profile().equals(UsageCounted.COUNTER_RD)) {
            for (var cell : counted.cells()) {
                sums.merge(dataset + " investigations", cell.count(), Long::sum);
                sums.merge(dataset + " requests", cell.kind() == AccessKind.VIEW ? 0 : cell.count(), Long::sum);
            }
            for (UniqueCell cell : counted.unique()) {
                sums.merge(dataset + " unique investigations", (long) cell.investigations(), Long::sum);
                sums.merge(dataset + " unique requests", (long) cell.requests(), Long::sum);
            }
        } else {
            assertThat(counted.unique()).isEmpty();
            counted.cells().forEach(cell -> sums.merge(dataset + " " + cell.kind(), cell.count(), Long::sum));
            counted.callers().forEach(cell -> {
                sums.merge(dataset + " calls of " + cell.caller(), cell.calls(), Long::sum);
                sums.merge(dataset + " visitors of " + cell.caller(), (long) cell.visitors(), Long::sum);
            });
        }
    }

    private Map<String, Long> folded(List<Accesses> accesses) throws IOException {
        var sums = new TreeMap<String, Long>();
        for (var profile : List.of(Profile.COUNTER_RD, Profile.EVERY_DOWNLOAD)) {
            try (var counter = new VisitCounter(profile, folder, 10_000)) {
                var part = counter.part();
                for (var access : accesses) {
                    if (profile.statuses().contains(access.status())) {
                        part.add(
                                access.visitor().hashCode(),
                                Integer.parseInt(access.set().substring(3)),
                                (long) String.valueOf(access.url()).hashCode() << 32,
                                access.second(),
                                0,
                                access.accessClass(),
                                access.kind(),
                                access.status(),
                                access.line().hashCode());
                    }
                }
                counter.count(new Sums(sums));
            }
        }
        sums.values().removeIf(count -> count == 0);
        foldCallers(accesses, sums);
        return sums;
    }

    /** Each answer is a call, a visitor's day is one visitor: whatever the order. */
    private static void foldCallers(List<Accesses> accesses, Map<String, Long> sums) {
        var visits = new HashSet<List<String>>();
        for (var access : accesses) {
            if (access.status() == 200 || access.status() == 304) {
                for (var caller : callers(access)) {
                    sums.merge(access.set() + " calls of " + caller, 1L, Long::sum);
                    if (visits.add(List.of(access.set(), caller, access.visitor()))) {
                        sums.merge(access.set() + " visitors of " + caller, 1L, Long::sum);
                    }
                }
            }
        }
    }

    private static List<String> callers(Accesses access) {
        var callers = new ArrayList<String>();
        if (access.accessClass() != AccessClass.ROBOT) {
            callers.add(access.site() == null ? "" : "site:" + access.site());
            callers.add(access.token() == null ? "" : "token:" + access.token());
            callers.add(access.accessClass() == AccessClass.TOOL ? "tool:" + access.tool() : "");
            callers.removeIf(String::isEmpty);
        }
        return callers;
    }

    @Test
    void ofADaysManyCallersThoseWithTheMostVisitorsAreToldAndNoMoreThanAreFollowedKept() {
        try (var counter = new TestedTopology(folder, "flood")) {
            for (int i = 0; i < 1_100; i += 100) {
                counter.add(IntStream.range(i, i + 100)
                        .mapToObj(line -> view("line" + line, line)
                                .through("made-up" + line, null)
                                .make())
                        .toList());
            }
            for (int visitor = 0; visitor < 3; visitor++) {
                counter.add(view("more" + visitor, 7)
                        .by("visitor" + visitor, AccessClass.PERSON, "-")
                        .through("made-up9", null)
                        .make());
                counter.add(view("late" + visitor, 7)
                        .by("visitor" + visitor, AccessClass.PERSON, "-")
                        .through("too-late", null)
                        .make());
            }
            var told = counter.told().values().stream()
                    .flatMap(counted -> counted.callers().stream())
                    .toList();
            assertThat(told)
                    .hasSize(50)
                    .contains(new CallerCell(Caller.site("made-up9"), 4, 4))
                    .noneMatch(cell -> cell.caller().equals(Caller.site("too-late")));
        }
    }

    private record Sums(Map<String, Long> sums) implements VisitCounter.Totals {

        @Override
        public void counterRd(int dataset, int agent, VisitorDay day) {
            add(dataset, "investigations", day.investigations());
            add(dataset, "requests", day.requests());
            add(dataset, "unique investigations", day.uniqueInvestigations());
            add(dataset, "unique requests", day.uniqueRequests());
        }

        @Override
        public void everyDownload(int dataset, int agent, SuccessfulDay day) {
            for (var kind : AccessKind.values()) {
                add(dataset, kind.toString(), day.count(kind));
            }
        }

        private void add(int dataset, String what, long count) {
            sums.merge("set" + dataset + " " + what, count, Long::sum);
        }
    }
}
