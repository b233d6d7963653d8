package sightings.showcase.live;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sightings.showcase.drawing.UsageChart;
import sightings.showcase.usage.CallQueries;
import sightings.showcase.usage.CallSeries;
import sightings.showcase.usage.PublicCount;
import sightings.showcase.uses.UseDocument;

/** Puts the calls of a use into words. Staff see the same numbers as the public. */
@Component
public class LiveUses {

    private static final String STYLE = "person";
    private static final String NOT_TOLD = "–";

    private final CallQueries calls;
    private final MessageSource messages;

    LiveUses(CallQueries calls, MessageSource messages) {
        this.calls = calls;
        this.messages = messages;
    }

    /** What is shown of this use. */
    public LiveUse of(UseDocument use, Locale locale) {
        var series = calls.calls(use.knownAs(), use.about().url());
        return series.isEmpty()
                ? new LiveUse(say(locale, "live.none"), "", List.of())
                : new LiveUse(
                        series.lastWhole().map(week -> inWords(week, locale)).orElseGet(() -> say(locale, "live.none")),
                        chart(series, locale),
                        series.weeks().reversed().stream()
                                .map(week -> row(week, locale))
                                .toList());
    }

    private String inWords(CallSeries.Week week, Locale locale) {
        var from = day(locale, week.monday());
        return switch (week.calls()) {
            case PublicCount.Exact _ -> say(locale, "live.week.none", from);
            case PublicCount.FewerThan(int threshold) -> say(locale, "live.week.few", from, threshold);
            case PublicCount.AtLeast(long value) -> say(locale, "live.week", from, value, week.days(), week.datasets());
        };
    }

    private String chart(CallSeries series, Locale locale) {
        if (series.weeks().stream().allMatch(week -> week.calls().told() == 0)) {
            return "";
        }
        var weeks = series.weeks().stream()
                .map(week -> new UsageChart.Week(
                        DateTimeFormatter.ofPattern(say(locale, "format.short-day"), locale)
                                .format(week.monday()),
                        List.of(new UsageChart.Part(STYLE, week.calls().told()))))
                .toList();
        return new UsageChart(say(locale, "live.chart", weeks.size()), weeks).draw();
    }

    private LiveUse.Row row(CallSeries.Week week, Locale locale) {
        return new LiveUse.Row(
                day(locale, week.monday()),
                switch (week.calls()) {
                    case PublicCount.Exact(long value) -> number(locale, value);
                    case PublicCount.AtLeast(long value) -> say(locale, "count.least", number(locale, value));
                    case PublicCount.FewerThan(int threshold) -> say(locale, "count.fewer", threshold);
                },
                week.days() == 0 ? NOT_TOLD : number(locale, week.days()),
                week.datasets() == 0 ? NOT_TOLD : number(locale, week.datasets()));
    }

    private String say(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    private static String day(Locale locale, LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    private static String number(Locale locale, long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }
}
