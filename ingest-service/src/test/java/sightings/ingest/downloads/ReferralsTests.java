package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.DatasetId;
import sightings.event.VisitorId;

/** Tests for {@link Referrals}. */
class ReferralsTests {

    private static final DatasetId TREES = new DatasetId("abcd-2345");

    private record Visit(int day, int visitor) {}

    @Test
    void countsASiteOnceFiveVisitorsOnThreeDaysAreBehindIt() {
        assertThat(of(visits(1, 1, 2, 3, 4, 5)).established("trees.example"))
                .as("five on one day")
                .isEmpty();
        assertThat(of(List.of(new Visit(1, 1), new Visit(2, 2), new Visit(3, 3), new Visit(3, 3)))
                        .established("trees.example"))
                .as("three on three days")
                .isEmpty();
        assertThat(of(List.of(new Visit(1, 1), new Visit(2, 1), new Visit(3, 1), new Visit(4, 1), new Visit(5, 1)))
                        .established("trees.example"))
                .as("one who comes on five days has five pseudonyms")
                .isEmpty();
        var enough = new ArrayList<>(visits(1, 1, 2, 3, 4, 5, 6));
        enough.addAll(List.of(new Visit(2, 7), new Visit(3, 8)));
        assertThat(of(enough).established("trees.example")).containsExactly(TREES);
    }

    @Test
    void addsUpOverFilesAndSurvivesACheckpoint() {
        var first = of(visits(1, 1, 2, 3));
        var second = of(List.of(new Visit(2, 4), new Visit(3, 5)));
        var all = Referrals.bySite().with(first.state());
        all.addAll(Referrals.bySite().with(second.state()));
        assertThat(first.established("trees.example")).isEmpty();
        assertThat(second.established("trees.example")).isEmpty();
        assertThat(all.established("trees.example")).containsExactly(TREES);
    }

    @Test
    void isNeverEstablishedByOneVisitorADayAndKeepsThirtyDaysAtMost() {
        var alone =
                of(IntStream.range(0, 400).mapToObj(day -> new Visit(day, 1)).toList());
        assertThat(alone.established("trees.example")).isEmpty();
        assertThat(alone.state().get("from:trees.example abcd-2345").split(",")).hasSize(30);
    }

    @Test
    void whatWasToldStaysWhateverIsForgotten() {
        var referrals = of(visits(1, 1, 2));
        referrals.tell("trees.example", new TreeSet<>(List.of(TREES)));
        var again = Referrals.bySite().with(referrals.state());
        assertThat(again.told("trees.example")).containsExactly(TREES);
        assertThat(again.established("trees.example")).containsExactly(TREES);
    }

    @Test
    void readsCheckpointsOfEarlierReleases() {
        var before = Referrals.bySite()
                .with(
                        Map.of(
                                "from:trees.example abcd-2345",
                                "2026-11-01/aaaaaaaa,2026-11-02/bbbbbbbb,2026-11-02/cccccccc,2026-11-03/dddddddd,2026-11-03/eeeeeeee"));
        assertThat(before.established("trees.example")).containsExactly(TREES);
        assertThat(before.told("trees.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfVisits(long seed) {
        var random = new Random(seed);
        for (int turn = 0; turn < 200; turn++) {
            var visits = new ArrayList<>(IntStream.range(0, random.nextInt(12))
                    .mapToObj(_ -> new Visit(1 + random.nextInt(4), random.nextInt(6)))
                    .toList());
            var before = of(visits).established("trees.example");
            Collections.shuffle(visits, random);
            assertThat(of(visits).established("trees.example"))
                    .as("seed %d: %s", seed, visits)
                    .isEqualTo(before);
        }
    }

    @Test
    void keepsNoMoreThanItNeeds() {
        var referrals = Referrals.bySite();
        for (int i = 0; i < 10_000; i++) {
            referrals.add(
                    "site" + i % 1_000 + ".example",
                    TREES,
                    LocalDate.EPOCH.plusDays(i % 2),
                    new VisitorId("visitor-" + i));
        }
        assertThat(referrals.state()).hasSize(200);
        assertThat(referrals.state().values())
                .allSatisfy(seen -> assertThat(seen.split(",")).hasSizeLessThanOrEqualTo(7));
    }

    private static List<Visit> visits(int day, int... visitors) {
        return IntStream.of(visitors)
                .mapToObj(visitor -> new Visit(day, visitor))
                .toList();
    }

    private static Referrals of(List<Visit> visits) {
        var referrals = Referrals.bySite();
        visits.forEach(visit -> referrals.add(
                "trees.example",
                TREES,
                LocalDate.EPOCH.plusDays(visit.day()),
                new VisitorId(visit.visitor() + "-of-the-day")));
        return referrals;
    }
}
