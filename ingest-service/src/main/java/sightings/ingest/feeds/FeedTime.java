package sightings.ingest.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that feeds write: RFC 822 with two or four digits of a year, ISO 8601 down to a bare year, and the
 * order of C's {@code asctime}; names of months in English and Spanish. A time without a zone is UTC.
 */
final class FeedTime {

    private static final String CLOCK = "(?:[T\\s,]{1,4}(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?";
    private static final String ZONE = "\\s{0,3}([A-Za-z]{1,5}|[+-]\\d{1,2}:?\\d{2})?.{0,40}";
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?)?" + CLOCK + ZONE);
    private static final Pattern MAIL = Pattern.compile(
            "(?:[\\p{L}.]{2,12},?\\s{0,3})?(\\d{1,2})[\\s-]{1,3}(\\p{L}{3,12})\\.?[\\s,-]{1,3}(\\d{4}|\\d{2})" + CLOCK
                    + ZONE);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?:\\p{L}{2,12},?\\s{1,3})?(\\p{L}{3,12})\\.?\\s{1,3}(\\d{1,2}),?" + CLOCK
                    + "\\s{0,3}([A-Za-z]{3,5}|[+-]\\d{1,2}:?\\d{2})?[\\s,]{1,3}(\\d{4})");

    private static final String[] MONTHS = {
        "jan ene", "feb", "mar", "apr abr", "may", "jun", "jul", "aug ago", "sep set", "oct", "nov", "dec dic"
    };

    /** In hours. Names that mean several zones mean what RFC 822 says. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("bst", 1),
            Map.entry("cet", 1),
            Map.entry("cest", 2),
            Map.entry("eet", 2),
            Map.entry("eest", 3));

    private FeedTime() {}

    /** The moment that this text tells, or null where it tells none. */
    static @Nullable Instant read(@Nullable String text) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > 100) {
            return null;
        }
        try {
            var iso = ISO.matcher(stripped);
            if (iso.matches()) {
                return moment(iso.group(1), number(iso, 2, 1), number(iso, 3, 1), iso, 4, iso.group(7));
            }
            var mail = MAIL.matcher(stripped);
            if (mail.matches()) {
                return moment(mail.group(3), month(mail.group(2)), number(mail, 1, 1), mail, 4, mail.group(7));
            }
            var monthFirst = MONTH_FIRST.matcher(stripped);
            if (monthFirst.matches()) {
                return moment(
                        monthFirst.group(7),
                        month(monthFirst.group(1)),
                        number(monthFirst, 2, 1),
                        monthFirst,
                        3,
                        monthFirst.group(6));
            }
        } catch (DateTimeException e) {
            // The 31st of February is no moment.
        }
        return null;
    }

    private static Instant moment(String year, int month, int day, Matcher match, int clock, @Nullable String zone) {
        int number = Integer.parseInt(year);
        int full = number >= 100 ? number : number + (number < 70 ? 2000 : 1900);
        int hour = number(match, clock, 0);
        // Midnight is 24:00 to some.
        var local = LocalDateTime.of(
                        full,
                        month,
                        day,
                        hour % 24,
                        number(match, clock + 1, 0),
                        Math.min(59, number(match, clock + 2, 0)))
                .plusDays(hour == 24 ? 1 : 0);
        return local.toInstant(offset(zone));
    }

    private static ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        if (zone.startsWith("+") || zone.startsWith("-")) {
            var digits = zone.substring(1).replace(":", "");
            int split = digits.length() - 2;
            int minutes = Integer.parseInt(digits.substring(0, split)) * 60 + Integer.parseInt(digits.substring(split));
            return ZoneOffset.ofTotalSeconds(minutes * (zone.startsWith("-") ? -60 : 60));
        }
        return ZoneOffset.ofHours(ZONES.getOrDefault(zone.toLowerCase(Locale.ROOT), 0));
    }

    private static int number(Matcher match, int group, int absent) {
        var digits = match.group(group);
        return digits == null ? absent : Integer.parseInt(digits);
    }

    private static int month(String name) {
        var start = name.substring(0, 3).toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.length; i++) {
            if (MONTHS[i].contains(start)) {
                return i + 1;
            }
        }
        throw new DateTimeException("no month of that name");
    }
}
