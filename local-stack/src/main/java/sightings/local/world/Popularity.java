package sightings.local.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** How much each dataset is asked for on one day: few very often, most hardly ever, with a season and a trend. */
final class Popularity {

    private static final double TAIL = 0.85;

    private final TreeMap<Double, CityDataset> byShare = new TreeMap<>();
    private final double whole;

    private Popularity(List<CityDataset> ranked, LocalDate day, LocalDate end) {
        double sum = 0;
        for (int rank = 0; rank < ranked.size(); rank++) {
            var dataset = ranked.get(rank);
            byShare.put(sum, dataset);
            sum += Math.pow(rank + 2.0, -TAIL) * season(dataset, day) * trend(dataset, day, end);
        }
        whole = sum;
    }

    /** @param ranked the most seen first */
    static Popularity on(LocalDate day, List<CityDataset> ranked, LocalDate end) {
        return new Popularity(ranked, day, end);
    }

    CityDataset draw(Random random) {
        return byShare.floorEntry(random.nextDouble() * whole).getValue();
    }

    /** Beaches and parks in summer, plows and salt in winter, budgets and pay in autumn. */
    private static double season(CityDataset dataset, LocalDate day) {
        var words = (dataset.name() + " " + dataset.category()).toLowerCase(java.util.Locale.ROOT);
        double year = 2 * Math.PI * day.getDayOfYear() / 365.0;
        double summer = (1 - Math.cos(year)) / 2;
        if (words.contains("beach") || words.contains("park") || words.contains("bike") || words.contains("mosquito")) {
            return 0.3 + 2.7 * summer;
        }
        if (words.contains("snow") || words.contains("plow") || words.contains("warming")) {
            return 0.3 + 2.7 * (1 - summer);
        }
        boolean autumn = day.getMonthValue() == 10 || day.getMonthValue() == 11;
        return autumn && (words.contains("budget") || words.contains("salaries")) ? 2.5 : 1;
    }

    /** Each dataset has its own way: up to half more or less interest over half a year. */
    private static double trend(CityDataset dataset, LocalDate day, LocalDate end) {
        double direction = (Math.floorMod(dataset.id().hashCode(), 201) - 80) / 200.0;
        double halfYears = (day.toEpochDay() - end.toEpochDay() + 91) / 182.0;
        return Math.max(0.2, 1 + direction * halfYears);
    }
}
