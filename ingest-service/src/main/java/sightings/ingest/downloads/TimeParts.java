package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The parts of a time that a line has, in whatever order and place. Used by one thread. */
final class TimeParts {

    /** What RFC 5322 knows; any other name of a zone may stand for several. */
    private static final Map<String, Integer> ZONES = Map.of(
            "UTC", 0, "GMT", 0, "EDT", -4, "EST", -5, "CDT", -5, "CST", -6, "MDT", -6, "MST", -7, "PDT", -7, "PST", -8);

    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;

    /** Seconds by which the time is ahead of UTC. */
    int offset;

    /** Hours that are added in the afternoon; negative where the hour is one of 24. */
    int half;

    /** The time as seconds since 1970; {@link LogTime#NONE} where it is in parts. */
    long epoch;

    private int lastYear;
    private int lastMonth;
    private int lastDay;
    private long lastEpochDay = LogTime.NONE;

    void clear() {
        year = -1;
        month = -1;
        day = -1;
        hour = -1;
        minute = -1;
        second = -1;
        offset = 0;
        half = -1;
        epoch = LogTime.NONE;
    }

    /** The time in seconds since 1970 UTC; {@link LogTime#NONE} where there is no such time. Without an offset it is UTC. */
    long time() {
        return epoch == LogTime.NONE
                ? LogTime.second(epochDay(), half < 0 ? hour : hour % 12 + half, minute, second, offset)
                : epoch;
    }

    /** Takes {@code CST} or the like; false where nobody knows which zone that is. */
    boolean zone(byte[] bytes, int from, int to) {
        var hours = ZONES.get(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        offset = hours == null ? offset : hours * 3_600;
        return hours != null;
    }

    /** Lines of one day follow each other. */
    private long epochDay() {
        if (year != lastYear || month != lastMonth || day != lastDay) {
            lastEpochDay = LogTime.epochDay(year, month, day);
            lastYear = year;
            lastMonth = month;
            lastDay = day;
        }
        return lastEpochDay;
    }
}
