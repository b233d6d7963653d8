package sightings.showcase.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import sightings.event.UniqueCell;
import sightings.event.UsageCell;

/** Tests for {@link UsageSeriesMaker}. */
class UsageSeriesMakerTests {

    private static final Weeks WEEKS = Weeks.endingAt(
            Instant.parse("2026-11-23T03:00:00Z"), ZoneId.of("America/Chicago"), 3, Duration.ofHours(48));
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @Test
    void endsWithTheWeekThatItIsInTheCity() {
        // Monday morning in UTC is still Sunday evening in Chicago.
        assertThat(WEEKS.mondays()).containsExactly(LocalDate.of(2026, 11, 2), MONDAY, LocalDate.of(2026, 11, 16));
    }

    @Test
    void takesAWeekForOverWhenItsLastDayCanGrowNoMore() {
        var monday = Instant.parse("2026-11-16T06:00:00Z");
        assertThat(endingAt(monday.plus(Duration.ofHours(47))).isOpen(MONDAY)).isTrue();
        assertThat(endingAt(monday.plus(Duration.ofHours(48))).isOpen(MONDAY)).isFalse();
    }

    @Test
    void putsAnHourIntoTheCitysWeek() {
        var series = series(
                day(LocalDate.of(2026, 11, 16), 9, cell(3, AccessClass.PERSON, 7)),
                day(LocalDate.of(2026, 11, 15), 9, cell(12, AccessClass.PERSON, 11)));

        assertThat(series.weeks().get(1).total()).isEqualTo(new PublicCount.Exact(18));
        assertThat(series.weeks().getLast().total()).isEqualTo(new PublicCount.Exact(0));
    }

    @Test
    void leavesRobotsOutOfTotals() {
        var series = series(
                day(TUESDAY, 9, cell(12, AccessClass.TOOL, 6)), day(TUESDAY, 9, cell(12, AccessClass.ROBOT, 1_000)));

        assertThat(series.total()).isEqualTo(new PublicCount.Exact(6));
        assertThat(series.weeks().get(1).byClass())
                .containsEntry(AccessClass.ROBOT, new PublicCount.Exact(1_000))
                .doesNotContainKey(AccessClass.PERSON);
    }

    @Test
    void addsPartsOfTheSameDay() {
        var series = series(
                day(TUESDAY, 4, cell(12, AccessClass.PERSON, 6)), day(TUESDAY, 4, cell(12, AccessClass.PERSON, 5)));

        assertThat(series.total()).isEqualTo(new PublicCount.Exact(11));
    }

    @Test
    void tellsNothingExactlyOfFewVisitors() {
        var manyByFew = series(day(TUESDAY, 4, cell(12, AccessClass.PERSON, 200)));
        var fewByMany = series(day(TUESDAY, 50, cell(12, AccessClass.PERSON, 4), cell(13, AccessClass.TOOL, 400)));

        assertThat(manyByFew.total()).isEqualTo(new PublicCount.FewerThan(5));
        assertThat(fewByMany.weeks().get(1).byClass())
                .containsEntry(AccessClass.PERSON, new PublicCount.FewerThan(5))
                .containsEntry(AccessClass.TOOL, new PublicCount.Exact(400));
        // Not 404, or the people were told by subtraction.
        assertThat(fewByMany.total()).isEqualTo(new PublicCount.AtLeast(400));
    }

    @Test
    void tellsNothingOfOneHeavyUserBesideManyOthers() {
        var day = day(TUESDAY, 30, cell(12, AccessClass.PERSON, 60), cell(13, AccessClass.TOOL, 900));

        assertThat(series(day).weeks().get(1).byClass())
                .as("a single tool may have been behind all of the 900, and few people behind the rest")
                .containsEntry(AccessClass.TOOL, new PublicCount.FewerThan(5));
    }

    @Test
    void knowsFromSessionsHowManyVisitorsThereWereAtLeast() {
        var day = day(TUESDAY, 30, cell(12, AccessClass.PERSON, 60), cell(13, AccessClass.TOOL, 900));
        var sessions = sessions(
                TUESDAY,
                new UniqueCell(9, AccessClass.PERSON, 4, 4),
                new UniqueCell(12, AccessClass.PERSON, 11, 8),
                new UniqueCell(13, AccessClass.TOOL, 2, 2));

        var week = new UsageSeriesMaker(WEEKS, 5)
                .of(List.of(day), List.of(sessions))
                .weeks()
                .get(1);

        assertThat(week.byClass())
                .containsEntry(AccessClass.PERSON, new PublicCount.Exact(60))
                .containsEntry(AccessClass.TOOL, new PublicCount.FewerThan(5));
        assertThat(week.total()).isEqualTo(new PublicCount.AtLeast(60));
    }

    @Test
    void takesAVisitorOfEachDayForAnother() {
        var days = new UsageDocument[5];
        for (int i = 0; i < 5; i++) {
            days[i] = day(MONDAY.plusDays(i), 9, cell(15, AccessClass.TOOL, 3), cell(16, AccessClass.PERSON, 80));
        }

        assertThat(series(days).weeks().get(1).byClass()).containsEntry(AccessClass.TOOL, new PublicCount.Exact(15));
        assertThat(series(Arrays.copyOf(days, 4)).weeks().get(1).byClass())
                .containsEntry(AccessClass.TOOL, new PublicCount.FewerThan(5));
    }

    @Test
    void tellsCountsWhoseVisitorsNobodyKnows() {
        var series = series(day(TUESDAY, -1, cell(-1, AccessClass.PERSON, 200)));

        assertThat(series.total()).isEqualTo(new PublicCount.Exact(200));
    }

    @Test
    void roundsAWeekDownThatCanStillGrow() {
        var series = series(day(LocalDate.of(2026, 11, 18), 20, cell(12, AccessClass.PERSON, 23)));

        var week = series.weeks().getLast();
        assertThat(week.open()).isTrue();
        assertThat(week.total()).isEqualTo(new PublicCount.AtLeast(20));
        assertThat(series.total()).isEqualTo(new PublicCount.AtLeast(20));
    }

    @Test
    void namesToolsOverTheWeeksThatAreOver() {
        var days = new UsageDocument[6];
        for (int i = 0; i < 6; i++) {
            days[i] = day(
                    MONDAY.plusDays(i),
                    -1,
                    tool("QGIS", 4),
                    tool("curl", i == 0 ? 2 : 0),
                    tool("pandas", i < 2 ? 4 : 0));
        }
        var open = day(LocalDate.of(2026, 11, 18), -1, tool("QGIS", 500));

        var tools = series(days[0], days[1], days[2], days[3], days[4], days[5], open)
                .tools();

        assertThat(tools)
                .containsExactly(
                        new UsageSeries.ToolCount(AccessClass.TOOL, "QGIS", new PublicCount.AtLeast(20)),
                        new UsageSeries.ToolCount(AccessClass.TOOL, null, new PublicCount.AtLeast(10)));
    }

    @Test
    void comparesAWeekUnderBothRules() {
        var maker = new ProfileWeekMaker(WEEKS.only(MONDAY), 5);
        for (var dataset : List.of("aaaa-0001", "bbbb-0002")) {
            maker.add(
                    new DatasetId(dataset),
                    List.of(day(TUESDAY, 20, cell(12, AccessClass.PERSON, 57), cell(12, AccessClass.ROBOT, 31))),
                    List.of(sessions(TUESDAY, new UniqueCell(12, AccessClass.PERSON, 18, 12))));
        }
        var week = maker.told();

        assertThat(week.monday()).isEqualTo(MONDAY);
        assertThat(week.datasets()).hasSize(2);
        assertThat(week.downloads().byClass())
                .containsEntry(AccessClass.PERSON, new PublicCount.AtLeast(110))
                .containsEntry(AccessClass.ROBOT, new PublicCount.AtLeast(60));
        assertThat(week.counter().byClass()).containsOnlyKeys(AccessClass.PERSON);
        assertThat(week.counter().total()).isEqualTo(new PublicCount.AtLeast(80));
        assertThat(week.investigating()).isEqualTo(new PublicCount.AtLeast(35));
        assertThat(week.requesting()).isEqualTo(new PublicCount.AtLeast(20));
        assertThat(week.lists()).containsExactly("list@1");
    }

    private static Weeks endingAt(Instant now) {
        return Weeks.endingAt(now, ZoneId.of("America/Chicago"), 3, Duration.ofHours(48));
    }

    private static UsageSeries series(UsageDocument... days) {
        return new UsageSeriesMaker(WEEKS, 5).of(List.of(days), List.of());
    }

    private static UsageCell cell(int hour, AccessClass accessClass, long count) {
        return new UsageCell(hour, accessClass, "-", AccessKind.DOWNLOAD, count);
    }

    private static UsageCell tool(String tool, long count) {
        return new UsageCell(12, AccessClass.TOOL, tool, AccessKind.API, count);
    }

    private static UsageDocument day(LocalDate day, int visitors, UsageCell... cells) {
        return document(Profile.DOWNLOADS, day, visitors, Arrays.asList(cells), List.of());
    }

    private static UsageDocument sessions(LocalDate day, UniqueCell... cells) {
        return document(Profile.COUNTER_RD, day, 20, List.of(cell(12, AccessClass.PERSON, 40)), Arrays.asList(cells));
    }

    private static UsageDocument document(
            Profile profile, LocalDate day, int visitors, List<UsageCell> cells, List<UniqueCell> unique) {
        return new UsageDocument(
                new DatasetId("aaaa-0001"),
                day,
                profile.rules(),
                "-",
                visitors,
                0,
                0,
                new TreeMap<>(),
                cells,
                unique,
                List.of("list@1"),
                List.of());
    }
}
