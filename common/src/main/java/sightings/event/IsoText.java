package sightings.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Days and times as they stand in events, in ISO 8601. Whole seconds of years of four digits, which is all that logs have, are
 * written digit by digit: the general way takes as long as all the rest of a short event. What stands together is mostly of one day, so
 * the last one is remembered: to make a date of a number takes other ways in other months, for which the virtual machine compiles all that
 * is around it anew. Used by one thread.
 */
final class IsoText {

    private static final int DAY_SECONDS = 86_400;
    private static final int HOUR_SECONDS = 3_600;
    private static final int MINUTE_SECONDS = 60;
    private static final int TIME = 20;
    private static final byte[] EPOCH = ascii(LocalDate.EPOCH.toString());
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant BEHIND_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private LocalDate last = LocalDate.EPOCH;
    private long lastNumber;
    private byte[] lastText = EPOCH;

    /** The day as {@link LocalDate#toString} has it; not to be written into. */
    byte[] of(LocalDate day) {
        if (!day.equals(last)) {
            remember(day, day.toEpochDay());
        }
        return lastText;
    }

    /** The time as {@link Instant#toString} has it. */
    byte[] of(Instant time) {
        if (time.getNano() != 0 || time.isBefore(FIRST) || !time.isBefore(BEHIND_LAST)) {
            return ascii(time.toString());
        }
        long day = Math.floorDiv(time.getEpochSecond(), DAY_SECONDS);
        if (day != lastNumber) {
            remember(LocalDate.ofEpochDay(day), day);
        }
        int second = (int) (time.getEpochSecond() - day * DAY_SECONDS);
        var text = Arrays.copyOf(lastText, TIME);
        text[10] = 'T';
        put(text, 11, 2, second / HOUR_SECONDS);
        text[13] = ':';
        put(text, 14, 2, second % HOUR_SECONDS / MINUTE_SECONDS);
        text[16] = ':';
        put(text, 17, 2, second % MINUTE_SECONDS);
        text[19] = 'Z';
        return text;
    }

    private void remember(LocalDate day, long number) {
        last = day;
        lastNumber = number;
        lastText = ascii(day.toString());
    }

    private static void put(byte[] text, int at, int digits, int number) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
