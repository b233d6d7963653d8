package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.event.VisitorId;

/** Tests for {@link VisitSample}. */
class VisitSampleTests {

    private record Visit(int day, String visitor) {}

    @Test
    void isEnoughWithFiveVisitorsOnThreeDays() {
        assertThat(of(visits(2, 2)).isEnough()).as("two days").isFalse();
        assertThat(of(visits(2, 1, 1)).isEnough()).as("four visitors").isFalse();
        assertThat(of(visits(2, 2, 1)).isEnough()).isTrue();
        assertThat(of(visits(5, 1, 1)).isEnough()).isTrue();
        assertThat(of(visits(9)).isEnough()).as("one day").isFalse();
    }

    @Test
    void isNeverEnoughWithOneVisitorADay() {
        assertThat(of(visits(IntStream.generate(() -> 1).limit(40).toArray())).isEnough())
                .isFalse();
    }

    @Test
    void roundsDown() {
        assertThat(of(visits(2, 1, 1)).visitorsAtLeast()).isZero();
        assertThat(of(visits(3, 3, 3)).visitorsAtLeast()).isEqualTo(5);
        assertThat(of(visits(10, 10, 10)).visitorsAtLeast()).isEqualTo(20);
        assertThat(of(visits(100, 100, 100)).visitorsAtLeast()).isEqualTo(50);
    }

    @Test
    void keepsShortPseudonymsAndNotMoreThanItNeeds() {
        var sample = of(visits(100, 100, 100));
        assertThat(sample.text().split(","))
                .hasSize(52)
                .allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(19));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void dependsOnTheSetOfVisitsAloneHoweverDividedAndRepeated(long seed) {
        var random = new Random(seed);
        for (int turn = 0; turn < 100; turn++) {
            var visits = new ArrayList<>(IntStream.range(0, 1 + random.nextInt(120))
                    .mapToObj(_ -> new Visit(1 + random.nextInt(9), name(random.nextInt(40))))
                    .toList());
            var once = of(visits).text();
            visits.addAll(visits.subList(0, random.nextInt(visits.size())));
            Collections.shuffle(visits, random);
            int cut = random.nextInt(visits.size());
            var parts = new VisitSample();
            if (cut > 0) {
                parts.addAll(VisitSample.of(of(visits.subList(0, cut)).text()));
            }
            parts.addAll(of(visits.subList(cut, visits.size())));
            assertThat(of(visits).text()).as("seed %d", seed).isEqualTo(once);
            assertThat(parts.text()).as("seed %d", seed).isEqualTo(once);
        }
    }

    /** This many visitors on each day, all of them different. */
    private static List<Visit> visits(int... visitors) {
        var visits = new ArrayList<Visit>();
        for (int day = 0; day < visitors.length; day++) {
            for (int i = 0; i < visitors[day]; i++) {
                visits.add(new Visit(day + 1, name(visits.size())));
            }
        }
        return visits;
    }

    private static String name(int number) {
        return Integer.toHexString(0x10000000 + number * 0x9E3779B1 % 0x0FFFFFFF) + "-rest-of-it";
    }

    private static VisitSample of(List<Visit> visits) {
        var sample = new VisitSample();
        visits.forEach(visit ->
                sample.add(LocalDate.parse("2026-11-01").plusDays(visit.day()), new VisitorId(visit.visitor())));
        return sample;
    }
}
