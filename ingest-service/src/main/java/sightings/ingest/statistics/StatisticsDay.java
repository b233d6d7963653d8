package sightings.ingest.statistics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the day of a row: {@code 2026-11-23}, with a time of day or without. In Socrata's columns it may also be written
 * as Socrata writes it: {@code 11/23/2026 02:00:00 PM} or {@code 2026 Nov 23 02:00:00 PM}, with the month before the day.
 *
 * @see <a href="https://github.com/marks/RSocrata/blob/master/R/posixify.R">two calendar date formats supplied by Socrata</a>
 * @see <a href="https://support.socrata.com/hc/en-us/articles/360051223634">a timestamp of Site Analytics, in UTC</a>
 */
final class StatisticsDay {

    static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final DateTimeFormatter ISO = format("uuuu-MM-dd['T'HH:mm:ss[.SSS]['Z']]");
    private static final DateTimeFormatter SLASHES = format("M/d/uuuu[ h:mm:ss a]");
    private static final DateTimeFormatter MONTH_IN_LETTERS = format("uuuu MMM dd[ hh:mm:ss a]");
    private static final int LONGEST = 40;

    private StatisticsDay() {}

    /**
     * The day; empty where this is none, or one before 2000.
     *
     * @param socrata whether Socrata's own forms may be meant
     */
    static Optional<LocalDate> read(String text, boolean socrata) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(text, form(text, socrata));
            return day.isBefore(EARLIEST) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String text, boolean socrata) {
        if (!socrata) {
            return ISO;
        }
        if (text.indexOf('/') >= 0) {
            return SLASHES;
        }
        return text.indexOf(' ') >= 0 ? MONTH_IN_LETTERS : ISO;
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
