package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;

/** Reads times of ISO 8601, such as {@code 2026-11-23T18:21:03.123+01:00}; without an offset they are UTC. */
final class IsoTime {

    private static final int DATE = 10;
    private static final int SECONDS = 19;

    private IsoTime() {}

    /** The time between the two positions in seconds since 1970 UTC; {@link LogTime#NONE} where it is none. */
    static long parse(byte[] bytes, int from, int to) {
        if (to - from < SECONDS || bytes[from + DATE] != 'T' && bytes[from + DATE] != ' ') {
            return LogTime.NONE;
        }
        int offset = offset(bytes, behindFraction(bytes, from + SECONDS, to), to);
        return offset == Integer.MIN_VALUE
                ? LogTime.NONE
                : second(day(bytes, from, from + DATE), bytes, from + DATE + 1, offset);
    }

    /** The day of {@code 2026-11-23} since 1970; {@link LogTime#NONE} where it is none. */
    static long day(byte[] bytes, int from, int to) {
        if (to - from != DATE || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return LogTime.NONE;
        }
        int century = LogTime.two(bytes, from);
        int year = LogTime.two(bytes, from + 2);
        return century < 0 || year < 0
                ? LogTime.NONE
                : LogTime.epochDay(century * 100 + year, LogTime.two(bytes, from + 5), LogTime.two(bytes, from + 8));
    }

    /** The second of {@code 18:21:03} on a day. */
    static long second(long day, byte[] bytes, int from, int offset) {
        if (bytes[from + 2] != ':' || bytes[from + 5] != ':') {
            return LogTime.NONE;
        }
        return LogTime.second(
                day, LogTime.two(bytes, from), LogTime.two(bytes, from + 3), LogTime.two(bytes, from + 6), offset);
    }

    private static int behindFraction(byte[] bytes, int from, int to) {
        int at = from;
        if (at < to && (bytes[at] == '.' || bytes[at] == ',')) {
            at++;
            while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
                at++;
            }
        }
        return at;
    }

    private static int offset(byte[] bytes, int from, int to) {
        var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (text.isEmpty() || text.equals("Z") || text.equals("z")) {
            return 0;
        }
        boolean colon = text.length() == 6 && text.charAt(3) == ':';
        if (!colon && text.length() != 5 || text.charAt(0) != '+' && text.charAt(0) != '-') {
            return Integer.MIN_VALUE;
        }
        int hours = LogTime.two(bytes, from + 1);
        int minutes = LogTime.two(bytes, colon ? from + 4 : from + 3);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        return (hours * 3_600 + minutes * 60) * (text.charAt(0) == '-' ? -1 : 1);
    }
}
