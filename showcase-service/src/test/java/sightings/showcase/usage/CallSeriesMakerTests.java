package sightings.showcase.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.DatasetId;
import sightings.event.Caller;
import sightings.event.CallerCell;

/** Tests for {@link CallSeriesMaker}, {@link CallSeries} and {@link ToolHomes}. */
class CallSeriesMakerTests {

    private static final Weeks WEEKS =
            Weeks.endingAt(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC, 3, Duration.ofHours(48));
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Caller SITE = Caller.site("00112233aabbccdd");
    private static final Caller KEY = Caller.token("ddccbbaa33221100");
    private static final Caller OTHER = Caller.site("ffffffffffffffff");

    @Test
    void tellsCallsDaysAndDatasetsOfAWeekThatIsOver() {
        var series = series(
                day("trees", 0, cell(SITE, 503, 40), cell(OTHER, 9_000, 900)),
                day("trees", 1, cell(SITE, 700, 50)),
                day("bikes", 1, cell(SITE, 40, 30)));
        assertThat(series.lastWhole())
                .contains(new CallSeries.Week(MONDAY, false, new PublicCount.AtLeast(1_240), 2, 2));
        assertThat(series.isEmpty()).isFalse();
        assertThat(series.weeks().getFirst().calls()).isEqualTo(new PublicCount.Exact(0));
    }

    @Test
    void tellsNothingOfSomebodyWhoComesEachDay() {
        var alone = series(
                day("trees", 0, cell(SITE, 90, 1)),
                day("trees", 1, cell(SITE, 90, 1)),
                day("trees", 2, cell(SITE, 90, 1)),
                day("trees", 3, cell(SITE, 90, 1)),
                day("trees", 4, cell(SITE, 90, 1)),
                day("trees", 5, cell(SITE, 90, 1)));
        assertThat(alone.lastWhole()).contains(new CallSeries.Week(MONDAY, false, new PublicCount.FewerThan(5), 0, 0));
    }

    @Test
    void takesSomebodyWhoCallsManyDatasetsForOneVisitor() {
        assertThat(series(
                                day("trees", 0, cell(SITE, 10, 2)),
                                day("bikes", 0, cell(SITE, 10, 2)),
                                day("parks", 0, cell(SITE, 10, 2)))
                        .lastWhole()
                        .orElseThrow()
                        .calls())
                .isEqualTo(new PublicCount.FewerThan(5));
    }

    @Test
    void countsAnAccessOnceThatIsOfASiteAndOfAKey() {
        assertThat(series(day("trees", 0, cell(SITE, 100, 20), cell(KEY, 80, 18)))
                        .lastWhole()
                        .orElseThrow()
                        .calls())
                .isEqualTo(new PublicCount.AtLeast(100));
    }

    @Test
    void showsNeitherDaysNorDatasetsWhileAWeekCanGrow() {
        assertThat(series(day("trees", 7, cell(SITE, 104, 20))).weeks().getLast())
                .isEqualTo(new CallSeries.Week(MONDAY.plusWeeks(1), true, new PublicCount.AtLeast(100), 0, 0));
    }

    @Test
    void isEmptyWhereNoCallerIsKnown() {
        assertThat(series(day("trees", 0, cell(OTHER, 10, 9))).isEmpty()).isTrue();
        assertThat(new CallSeries(List.of()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void dependsOnNoOrder(long seed) {
        var random = new Random(seed);
        var documents = new ArrayList<CalledDay>();
        for (int i = 0; i < 60; i++) {
            documents.add(day(
                    "set" + random.nextInt(4),
                    random.nextInt(14) - 7,
                    cell(SITE, random.nextInt(50), random.nextInt(9)),
                    cell(KEY, random.nextInt(50), random.nextInt(9))));
        }
        var ordered = series(documents.toArray(CalledDay[]::new));
        Collections.shuffle(documents, random);
        assertThat(series(documents.toArray(CalledDay[]::new)))
                .as("seed %d", seed)
                .isEqualTo(ordered);
    }

    @Test
    void knowsAToolByItsWholeAddressOnly() {
        assertThat(ToolHomes.at("https://github.com/Chicago/RSocrata/")).contains(Caller.tool("RSocrata"));
        assertThat(ToolHomes.at("https://www.qgis.org/")).contains(Caller.tool("QGIS"));
        assertThat(ToolHomes.at("https://github.com/somebody/sodapy")).isEmpty();
        assertThat(ToolHomes.at("https://qgis.org/news")).isEmpty();
    }

    private static CallSeries series(CalledDay... documents) {
        return new CallSeriesMaker(WEEKS, 5).of(List.of(documents), Set.of(SITE, KEY));
    }

    private static CallerCell cell(Caller caller, long calls, int visitors) {
        return new CallerCell(caller, calls, visitors);
    }

    private static CalledDay day(String dataset, int day, CallerCell... callers) {
        return new CalledDay(new DatasetId(dataset), MONDAY.plusDays(day), List.of(callers));
    }
}
