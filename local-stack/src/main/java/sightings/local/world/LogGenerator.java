package sightings.local.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The portal's made-up visitors: for each day the same lines, whenever and however often it is asked. */
final class LogGenerator {

    private final SampleCity city;
    private final LocalDate end;
    private final long seed;
    private final List<CityDataset> ranked;

    /** @param firstStart the moment up to which there is a past */
    LogGenerator(SampleCity city, Instant firstStart, long seed) {
        this.city = city;
        this.end = firstStart.atZone(LogLine.ZONE).toLocalDate();
        this.seed = seed;
        this.ranked = city.datasets().values().stream()
                .sorted(Comparator.comparingLong(CityDataset::views).reversed().thenComparing(CityDataset::id))
                .toList();
    }

    /** All lines of a local day, in order of time. Visits that cross midnight end in the next day's first minutes. */
    List<LogLine> day(LocalDate day) {
        var drawn = new LogDay(city, Popularity.on(day, ranked, end), new Random(seed * 1_000_003 + day.toEpochDay()));
        drawn.everything(day, end);
        var next = day.plusDays(1).atStartOfDay(LogLine.ZONE).toInstant();
        return drawn.lines().stream().filter(line -> line.time().isBefore(next)).toList();
    }

    /** Visits beside the day's own, all of this moment. */
    List<LogLine> visits(Instant now, int count, long turn) {
        var day = now.atZone(LogLine.ZONE).toLocalDate();
        var random = new Random(seed * 1_000_003 + 7_919 * turn + now.getEpochSecond());
        var drawn = new LogDay(city, Popularity.on(day, ranked, end), random);
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(4)) {
                case 0 -> drawn.tool(now);
                case 1 -> drawn.aiAgent(now);
                default -> drawn.person(now);
            }
        }
        return drawn.lines().stream()
                .map(line -> new LogLine(
                        now,
                        line.address(),
                        line.request(),
                        line.status(),
                        line.bytes(),
                        line.referrer(),
                        line.agent()))
                .toList();
    }
}
