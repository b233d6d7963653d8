package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import sightings.ingest.bytes.Bytes;

/** Reads {@code 23/Nov/2026:18:21:03 +0100}. Lines of one day follow each other, so the last day is remembered. */
final class LogTime {

    /** No time. */
    static final long NONE = Long.MIN_VALUE;

    /** How many bytes it takes. */
    static final int LENGTH = 26;

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private long lastHead;
    private long lastTail;
    private long lastEpochDay = NONE;

    /** The time between the two positions in seconds since 1970 UTC; {@link #NONE} where it is none. */
    long parse(byte[] bytes, int from, int to) {
        if (to - from != LENGTH
                || bytes[from + 11] != ':'
                || bytes[from + 14] != ':'
                || bytes[from + 17] != ':'
                || bytes[from + 20] != ' ') {
            return NONE;
        }
        long day = epochDay(bytes, from);
        int offset = offset(bytes, from + 21);
        return offset == Integer.MIN_VALUE
                ? NONE
                : second(day, two(bytes, from + 12), two(bytes, from + 15), two(bytes, from + 18), offset);
    }

    /** One moment of its parts; {@link #NONE} where one of them cannot be. */
    static long second(long day, int hour, int minute, int second, int offset) {
        // A leap second is written as 60.
        if (day == NONE || hour > 23 || minute > 59 || second > 60 || hour < 0 || minute < 0 || second < 0) {
            return NONE;
        }
        return day * 86_400 + hour * 3_600 + minute * 60 + Math.min(second, 59) - offset;
    }

    /** The number of two digits; negative where they are none. */
    static int two(byte[] bytes, int at) {
        int high = bytes[at] - '0';
        int low = bytes[at + 1] - '0';
        return high < 0 || high > 9 || low < 0 || low > 9 ? -1 : high * 10 + low;
    }

    private long epochDay(byte[] bytes, int from) {
        // Eleven bytes, the middle ones twice.
        long head = Bytes.eight(bytes, from);
        long tail = Bytes.eight(bytes, from + 3);
        if (head != lastHead || tail != lastTail) {
            lastEpochDay = readDay(bytes, from);
            lastHead = head;
            lastTail = tail;
        }
        return lastEpochDay;
    }

    private static long readDay(byte[] bytes, int from) {
        int day = two(bytes, from);
        int month = MONTHS.indexOf(new String(bytes, from + 3, 3, StandardCharsets.ISO_8859_1)) + 1;
        int century = two(bytes, from + 7);
        int year = two(bytes, from + 9);
        if (bytes[from + 2] != '/' || bytes[from + 6] != '/' || century < 19 || year < 0) {
            return NONE;
        }
        return epochDay(century * 100 + year, month, day);
    }

    /** Days since 1970; {@link #NONE} where there is no such day. */
    static long epochDay(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /** Seconds by which {@code +0100} is ahead of UTC; the smallest number where it is no offset. */
    static int offset(byte[] bytes, int at) {
        int hours = two(bytes, at + 1);
        int minutes = two(bytes, at + 3);
        if (bytes[at] != '+' && bytes[at] != '-' || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        return (hours * 3_600 + minutes * 60) * (bytes[at] == '-' ? -1 : 1);
    }
}
