package sightings.ingest.statistics;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was told of one dataset, by month, as its checkpoint keeps it: which days, and a hash of their counts. It is all
 * that must be known to tell only what is new and to withdraw what is stated no more.
 *
 * @param months the months that have counts
 */
record ToldMonths(SortedMap<YearMonth, Told> months) {

    private static final int HEXADECIMAL = 16;

    /**
     * One month.
     *
     * @param days the days that have a count, the first one in the lowest bit
     * @param hash by which the same counts are known again
     */
    record Told(int days, String hash) {}

    ToldMonths {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }

    /** What has these counts. */
    static ToldMonths of(SortedMap<YearMonth, MonthCounts> counts) {
        var months = new TreeMap<YearMonth, Told>();
        counts.forEach((month, count) -> months.put(month, new Told(count.days(), count.hash())));
        return new ToldMonths(months);
    }

    /** As a checkpoint has it. */
    static ToldMonths ofState(Map<String, String> state) {
        var months = new TreeMap<YearMonth, Told>();
        state.forEach((month, told) -> {
            int colon = told.indexOf(':');
            months.put(
                    YearMonth.parse(month),
                    new Told(Integer.parseInt(told, 0, colon, HEXADECIMAL), told.substring(colon + 1)));
        });
        return new ToldMonths(months);
    }

    /** What a checkpoint keeps of it. */
    Map<String, String> state() {
        var state = new TreeMap<String, String>();
        months.forEach((month, told) ->
                state.put(month.toString(), Integer.toString(told.days(), HEXADECIMAL) + ":" + told.hash()));
        return state;
    }
}
