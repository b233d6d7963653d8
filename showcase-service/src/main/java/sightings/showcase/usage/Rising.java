package sightings.showcase.usage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sightings.dataset.DatasetId;

/**
 * Says which datasets are used more than before: the last four weeks that are over beside the four before. Pure.
 *
 * <p>Noise does not rise: there are at least {@link #MOST_NOISE} accesses, half as many again as before, and more than
 * {@link #DEVIATIONS} standard deviations more than chance would give if nothing had changed. Only weeks that are told
 * count, so a dataset of few visitors neither rises nor falls.
 */
public final class Rising {

    /** How many weeks stand on each side. */
    public static final int WEEKS = 4;

    /** How many accesses the last weeks have at least. */
    public static final int MOST_NOISE = 40;

    private static final double GROWTH = 1.5;
    private static final double DEVIATIONS = 3;

    private Rising() {}

    /** How surely it rises; 0 or less where it does not. */
    static double strength(long before, long now) {
        return now < MOST_NOISE || now < GROWTH * before
                ? 0
                : Math.max(0, (now - before) / Math.sqrt((double) now + before) - DEVIATIONS);
    }

    /** The rise of a dataset with these weeks; empty where there is none. */
    static Optional<DatasetRise> of(DatasetId dataset, UsageSeries series) {
        var over = series.weeks().stream().filter(week -> !week.open()).toList();
        int size = over.size();
        if (size < 2 * WEEKS) {
            return Optional.empty();
        }
        long before = sum(over.subList(size - 2 * WEEKS, size - WEEKS));
        long now = sum(over.subList(size - WEEKS, size));
        return strength(before, now) > 0
                ? Optional.of(new DatasetRise(dataset, before, now, DatasetUsage.weeks(series)))
                : Optional.empty();
    }

    /** The surest first. */
    static List<DatasetRise> surest(List<DatasetRise> rises, int size) {
        return rises.stream()
                .sorted(Comparator.comparingDouble((DatasetRise rise) -> -strength(rise.before(), rise.now()))
                        .thenComparing(rise -> rise.dataset().value()))
                .limit(size)
                .toList();
    }

    private static long sum(List<UsageSeries.Week> weeks) {
        return weeks.stream().mapToLong(week -> week.total().told()).sum();
    }
}
