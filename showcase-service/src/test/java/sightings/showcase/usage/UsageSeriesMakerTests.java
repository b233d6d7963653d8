package sightings.showcase.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.UsageCell;
import sightings.event.UsageCounted;

/** Tests for {@link UsageSeriesMaker}. */
class UsageSeriesMakerTests {

    private static final Weeks WEEKS =
            Weeks.endingAt(Instant.parse("2026-11-23T03:00:00Z"), ZoneId.of("America/Chicago"), 2);

    @Test
    void endsWithTheWeekThatItIsInTheCity() {
        // Monday morning in UTC is still Sunday evening in Chicago.
        assertThat(WEEKS.mondays()).containsExactly(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 16));
    }

    @Test
    void putsAnHourIntoTheCitysWeek() {
        var series = UsageSeriesMaker.of(
                WEEKS,
                List.of(
                        day(LocalDate.of(2026, 11, 16), 9, cell(3, AccessClass.PERSON, 7)),
                        day(LocalDate.of(2026, 11, 15), 9, cell(12, AccessClass.PERSON, 11))));

        assertThat(series.weeks().getFirst().total()).isEqualTo(new PublicCount.Exact(18));
        assertThat(series.weeks().getLast().total()).isEqualTo(new PublicCount.Exact(0));
    }

    @Test
    void leavesRobotsOutOfTotals() {
        var series = UsageSeriesMaker.of(
                WEEKS,
                List.of(day(
                        LocalDate.of(2026, 11, 17),
                        9,
                        cell(12, AccessClass.TOOL, 6),
                        cell(12, AccessClass.ROBOT, 1_000))));

        assertThat(series.total()).isEqualTo(new PublicCount.Exact(6));
        assertThat(series.weeks().getLast().byClass())
                .containsEntry(AccessClass.ROBOT, new PublicCount.Exact(1_000))
                .doesNotContainKey(AccessClass.PERSON);
    }

    @Test
    void addsPartsOfTheSameDay() {
        var monday = LocalDate.of(2026, 11, 17);

        var series = UsageSeriesMaker.of(
                WEEKS,
                List.of(
                        day(monday, 4, cell(12, AccessClass.PERSON, 6)),
                        day(monday, 4, cell(12, AccessClass.PERSON, 5))));

        assertThat(series.total()).isEqualTo(new PublicCount.Exact(11));
    }

    @Test
    void tellsNothingExactlyOfFewVisitors() {
        var manyByFew = UsageSeriesMaker.of(
                WEEKS, List.of(day(LocalDate.of(2026, 11, 17), 4, cell(12, AccessClass.PERSON, 200))));
        var fewByMany = UsageSeriesMaker.of(
                WEEKS,
                List.of(day(
                        LocalDate.of(2026, 11, 17),
                        50,
                        cell(12, AccessClass.PERSON, 4),
                        cell(13, AccessClass.TOOL, 400))));

        assertThat(manyByFew.total()).isEqualTo(new PublicCount.FewerThan(5));
        assertThat(fewByMany.weeks().getLast().byClass())
                .containsEntry(AccessClass.PERSON, new PublicCount.FewerThan(5))
                .containsEntry(AccessClass.TOOL, new PublicCount.Exact(400));
    }

    @Test
    void tellsCountsWhoseVisitorsNobodyKnows() {
        var series = UsageSeriesMaker.of(
                WEEKS, List.of(day(LocalDate.of(2026, 11, 17), -1, cell(-1, AccessClass.PERSON, 200))));

        assertThat(series.total()).isEqualTo(new PublicCount.Exact(200));
    }

    private static UsageCell cell(int hour, AccessClass accessClass, long count) {
        return new UsageCell(hour, accessClass, "-", AccessKind.DOWNLOAD, count);
    }

    private static UsageDocument day(LocalDate day, int visitors, UsageCell... cells) {
        return new UsageDocument(
                new DatasetId("aaaa-0001"),
                day,
                UsageCounted.DOWNLOADS,
                "-",
                visitors,
                0,
                0,
                new TreeMap<>(),
                Arrays.asList(cells));
    }
}
