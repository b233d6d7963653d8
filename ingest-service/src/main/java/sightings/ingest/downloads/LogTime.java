package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code 23/Nov/2026:18:21:03 +0100}. Lines of one day follow each other, so the last day is remembered. */
final class LogTime {

    private static final int LENGTH = 26;
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private final byte[] lastDay = new byte[11];
    private long lastEpochDay = Long.MIN_VALUE;

    /** The time between the two positions; null where it is none. */
    @Nullable
    Instant parse(byte[] bytes, int from, int to) {
        if (to - from != LENGTH
                || bytes[from + 11] != ':'
                || bytes[from + 14] != ':'
                || bytes[from + 17] != ':'
                || bytes[from + 20] != ' ') {
            return null;
        }
        long day = epochDay(bytes, from);
        int hour = two(bytes, from + 12);
        int minute = two(bytes, from + 15);
        int second = two(bytes, from + 18);
        int offset = offset(bytes, from + 21);
        // A leap second is written as 60.
        if (day == Long.MIN_VALUE || hour > 23 || minute > 59 || second > 60 || offset == Integer.MIN_VALUE) {
            return null;
        }
        if (hour < 0 || minute < 0 || second < 0) {
            return null;
        }
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600 + minute * 60 + Math.min(second, 59) - offset);
    }

    private long epochDay(byte[] bytes, int from) {
        boolean same = lastEpochDay != Long.MIN_VALUE;
        for (int i = 0; same && i < lastDay.length; i++) {
            same = lastDay[i] == bytes[from + i];
        }
        if (!same) {
            lastEpochDay = readDay(bytes, from);
            System.arraycopy(bytes, from, lastDay, 0, lastDay.length);
        }
        return lastEpochDay;
    }

    private static long readDay(byte[] bytes, int from) {
        int day = two(bytes, from);
        int month = MONTHS.indexOf(new String(bytes, from + 3, 3, StandardCharsets.ISO_8859_1)) + 1;
        int century = two(bytes, from + 7);
        int year = two(bytes, from + 9);
        if (bytes[from + 2] != '/' || bytes[from + 6] != '/' || month == 0 || century < 19 || year < 0) {
            return Long.MIN_VALUE;
        }
        try {
            return LocalDate.of(century * 100 + year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return Long.MIN_VALUE;
        }
    }

    private static int offset(byte[] bytes, int at) {
        int hours = two(bytes, at + 1);
        int minutes = two(bytes, at + 3);
        if (bytes[at] != '+' && bytes[at] != '-' || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        return (hours * 3_600 + minutes * 60) * (bytes[at] == '-' ? -1 : 1);
    }

    private static int two(byte[] bytes, int at) {
        int high = bytes[at] - '0';
        int low = bytes[at + 1] - '0';
        return high < 0 || high > 9 || low < 0 || low > 9 ? -1 : high * 10 + low;
    }
}
