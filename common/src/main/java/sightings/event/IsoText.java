package sightings.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Days and times as they stand in events, in ISO 8601. Whole seconds of years of four digits, which is all that logs have, are
 * written digit by digit: the general way takes as long as all the rest of a short event.
 */
final class IsoText {

    private static final int DAY_SECONDS = 86_400;
    private static final int HOUR_SECONDS = 3_600;
    private static final int MINUTE_SECONDS = 60;
    private static final int DATE = 10;
    private static final int TIME = 20;
    private static final int LAST_YEAR = 9_999;
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant BEHIND_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private IsoText() {}

    /** The day as {@link LocalDate#toString} has it. */
    static byte[] of(LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > LAST_YEAR) {
            return ascii(day.toString());
        }
        var text = new byte[DATE];
        put(text, day);
        return text;
    }

    /** The time as {@link Instant#toString} has it. */
    static byte[] of(Instant time) {
        if (time.getNano() != 0 || time.isBefore(FIRST) || !time.isBefore(BEHIND_LAST)) {
            return ascii(time.toString());
        }
        var day = LocalDate.ofEpochDay(Math.floorDiv(time.getEpochSecond(), DAY_SECONDS));
        int second = (int) Math.floorMod(time.getEpochSecond(), (long) DAY_SECONDS);
        var text = new byte[TIME];
        put(text, day);
        text[10] = 'T';
        put(text, 11, 2, second / HOUR_SECONDS);
        text[13] = ':';
        put(text, 14, 2, second % HOUR_SECONDS / MINUTE_SECONDS);
        text[16] = ':';
        put(text, 17, 2, second % MINUTE_SECONDS);
        text[19] = 'Z';
        return text;
    }

    private static void put(byte[] text, LocalDate day) {
        put(text, 0, 4, day.getYear());
        text[4] = '-';
        put(text, 5, 2, day.getMonthValue());
        text[7] = '-';
        put(text, 8, 2, day.getDayOfMonth());
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
