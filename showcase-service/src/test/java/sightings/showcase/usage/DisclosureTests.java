package sightings.showcase.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.UsageCell;

/** Tests for {@link Disclosure} and {@link Split}: what is not told does not come out of what is. */
class DisclosureTests {

    private static final int THRESHOLD = 5;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);
    private static final Disclosure DISCLOSURE = new Disclosure(THRESHOLD);

    @Test
    void takesTheSmallestInWhereTheRestIsTooSmallToBeTold() {
        var split = Split.of(groups(Map.of("a", 40L, "b", 9L, "c", 3L)), THRESHOLD, 3);

        // With a and b told, c would be what is missing from the 52.
        assertThat(split).isEqualTo(new Split<>(Map.of("a", 40L), 12));
    }

    @Test
    void leavesARestThatIsLargeEnoughAlone() {
        var split = Split.of(groups(Map.of("a", 40L, "b", 4L, "c", 3L)), THRESHOLD, 3);

        assertThat(split).isEqualTo(new Split<>(Map.of("a", 40L), 7));
    }

    @Test
    void takesNothingApartWhereOnePartIsTooSmall() {
        assertThat(Split.of(groups(Map.of("a", 6L, "b", 2L)), THRESHOLD, 3)).isEqualTo(new Split<String>(Map.of(), 8));
    }

    @Test
    void leavesNoRestOfWhichEachPartMustBeTheLargest() {
        var split = Split.of(groups(Map.of("a", 40L, "b", 4L, "c", 4L)), THRESHOLD, 3);

        // 8 of two numbers below 5 is 4 and 4.
        assertThat(split).isEqualTo(new Split<String>(Map.of(), 48));
    }

    @Test
    void takesTheNextInWhereTheRestSaysTooMuchAboutTheTakenOne() {
        var split = Split.of(groups(Map.of("a", 18L, "b", 17L, "c", 3L)), THRESHOLD, 3);

        // With 18 told, a rest of 20 would be 17 and 3, or 18 and 2.
        assertThat(split).isEqualTo(new Split<String>(Map.of(), 38));
    }

    @Test
    void tellsSmallClassesTogetherWhereThatIsEnough() {
        var week = week(false, cell(AccessClass.PERSON, AccessKind.VIEW, 4), cell(AccessClass.TOOL, AccessKind.API, 3));

        assertThat(week.total()).isEqualTo(new PublicCount.Exact(7));
        assertThat(week.parts()).containsExactly(new UsageSeries.Part(null, null, new PublicCount.Exact(7)));
        assertThat(week.byClass().values()).containsOnly(new PublicCount.FewerThan(THRESHOLD));
    }

    @Test
    void saysOfKindsOnlyWhatTheyAddUpTo() {
        var week = week(
                false, cell(AccessClass.PERSON, AccessKind.VIEW, 97), cell(AccessClass.PERSON, AccessKind.DOWNLOAD, 3));

        assertThat(week.byClass()).containsEntry(AccessClass.PERSON, new PublicCount.Exact(100));
        assertThat(week.byKind()).isEmpty();
        assertThat(week.ofNoKind()).isEqualTo(new PublicCount.Exact(100));
    }

    @Test
    void knowsNothingOfAWeekInWhichEverythingIsSmall() {
        var week = week(false, cell(AccessClass.PERSON, AccessKind.VIEW, 2), cell(AccessClass.TOOL, AccessKind.API, 1));

        assertThat(week.total()).isEqualTo(new PublicCount.FewerThan(THRESHOLD));
        assertThat(DISCLOSURE.total(List.of(week, week))).isEqualTo(new PublicCount.FewerThan(THRESHOLD));
    }

    /**
     * For counts drawn by lot: whoever sees all that is told of a week can think of another week that looks the same, for
     * each cell that is too small to be told. So none of them is known.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachHiddenCellCouldBeAnotherNumber(long seed) {
        var random = new Random(seed);
        for (int turn = 0; turn < 200; turn++) {
            var cells = cells(random);
            var told = week(false, cells.toArray(UsageCell[]::new));
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i).count() > 0 && cells.get(i).count() < THRESHOLD) {
                    assertThat(looksTheSameWithAnother(cells, i, told))
                            .as("seed %d, cell %s of %s", seed, cells.get(i), cells)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySumIsMadeOfPartsThatMayBeTold(long seed) {
        var random = new Random(seed);
        for (int turn = 0; turn < 500; turn++) {
            var week = week(false, cells(random).toArray(UsageCell[]::new));
            assertThat(week.parts())
                    .allSatisfy(part ->
                            assertThat(part.count().told()).as("seed %d", seed).isGreaterThanOrEqualTo(THRESHOLD));
            assertThat(week.total().told())
                    .as("seed %d", seed)
                    .isEqualTo(week.parts().stream()
                            .filter(part -> part.accessClass() != AccessClass.ROBOT)
                            .mapToLong(part -> part.count().told())
                            .sum());
        }
    }

    /** Gives the cell another number, and others what it takes from it or leaves them. */
    private static boolean looksTheSameWithAnother(List<UsageCell> cells, int hidden, UsageSeries.Week told) {
        for (int other = 0; other < cells.size(); other++) {
            for (int third = other; third < cells.size(); third++) {
                for (int number = 0; number < 2 * THRESHOLD; number++) {
                    long moved = number - cells.get(hidden).count();
                    for (long part = third == other ? 0 : -THRESHOLD;
                            part <= (third == other ? 0 : THRESHOLD);
                            part++) {
                        var tried = new ArrayList<>(cells);
                        add(tried, hidden, moved);
                        if (other != hidden) {
                            add(tried, other, -moved - part);
                            add(tried, third, part);
                        }
                        if (tried.get(hidden).count() != cells.get(hidden).count()
                                && tried.stream().allMatch(cell -> cell.count() >= 0)
                                && week(false, tried.toArray(UsageCell[]::new)).equals(told)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static void add(List<UsageCell> cells, int index, long by) {
        cells.set(index, more(cells.get(index), by));
    }

    private static UsageCell more(UsageCell cell, long by) {
        return new UsageCell(cell.hour(), cell.accessClass(), cell.tool(), cell.kind(), cell.count() + by);
    }

    private static List<UsageCell> cells(Random random) {
        var cells = new ArrayList<UsageCell>();
        for (var accessClass : AccessClass.values()) {
            for (var kind : AccessKind.values()) {
                long count = switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> random.nextInt(THRESHOLD);
                    case 2 -> random.nextInt(20);
                    default -> random.nextInt(500);
                };
                cells.add(cell(accessClass, kind, count));
            }
        }
        return cells;
    }

    private static UsageSeries.Week week(boolean open, UsageCell... cells) {
        var week = new WeekTally();
        var day = new DayTally(0, -1);
        for (var cell : cells) {
            if (cell.count() > 0) {
                day.add(cell);
            }
        }
        week.add(day);
        return DISCLOSURE.week(MONDAY, open, week);
    }

    private static UsageCell cell(AccessClass accessClass, AccessKind kind, long count) {
        return new UsageCell(12, accessClass, "-", kind, count);
    }

    private static Map<String, Group> groups(Map<String, Long> counts) {
        var groups = new TreeMap<String, Group>();
        counts.forEach((name, count) -> {
            var group = new Group();
            group.add(count, count);
            groups.put(name, group);
        });
        return groups;
    }
}
