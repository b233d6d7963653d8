package sightings.showcase.pages;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;
import sightings.showcase.usage.PublicCount;

/** Says things in the reader's language and the city's time zone. */
@Component("publicWording")
class Wording {

    private final MessageSource messages;
    private final ZoneId zone;

    Wording(MessageSource messages, CitySettings city) {
        this.messages = messages;
        zone = city.timeZone();
    }

    /** The text of this key. */
    String text(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** The text of this value of a closed choice. */
    String of(Locale locale, String kind, Enum<?> value) {
        return text(locale, kind + "." + value.name());
    }

    /** The day, such as {@code November 2, 2026}. */
    String day(Locale locale, LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** The day in the city's time zone; null for null. */
    @Nullable
    String day(Locale locale, @Nullable Instant instant) {
        return instant == null ? null : day(locale, LocalDate.ofInstant(instant, zone));
    }

    /** The day and time in the city's time zone; null for null. */
    @Nullable
    String moment(Locale locale, @Nullable Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(instant.atZone(zone));
    }

    /** The day without its year, for an axis. */
    String shortDay(Locale locale, LocalDate day) {
        return DateTimeFormatter.ofPattern(text(locale, "format.short-day"), locale)
                .format(day);
    }

    String number(Locale locale, long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** The time in whole hours, such as {@code 48 hours}. */
    String hours(Locale locale, Duration time) {
        return text(locale, "time.hours", time.toHours());
    }

    /** The number, or that it is too small to be told. */
    String count(Locale locale, PublicCount count) {
        return switch (count) {
            case PublicCount.Exact(long value) -> number(locale, value);
            case PublicCount.AtLeast(long value) -> text(locale, "count.least", number(locale, value));
            case PublicCount.FewerThan(int threshold) -> text(locale, "count.fewer", threshold);
        };
    }
}
