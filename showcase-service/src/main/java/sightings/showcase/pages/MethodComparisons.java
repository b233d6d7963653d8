package sightings.showcase.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import sightings.event.AccessClass;
import sightings.showcase.drawing.BarChart;
import sightings.showcase.usage.ProfileWeek;
import sightings.showcase.usage.ProfileWeek.Side;
import sightings.showcase.usage.PublicCount;

/** Puts a week under both rules side by side. */
@Component
class MethodComparisons {

    private static final List<AccessClass> WHO =
            List.of(AccessClass.PERSON, AccessClass.TOOL, AccessClass.AI_AGENT, AccessClass.ROBOT);
    private static final PublicCount NONE = new PublicCount.Exact(0);

    private final DatasetCards cards;
    private final Wording wording;

    MethodComparisons(DatasetCards cards, Wording wording) {
        this.cards = cards;
        this.wording = wording;
    }

    /** The week in words and as a picture. */
    MethodComparison of(ProfileWeek week, Locale locale) {
        return new MethodComparison(
                cards.byIds(week.datasets()),
                wording.day(locale, week.monday()),
                chart(week, locale),
                rows(week, locale));
    }

    private String chart(ProfileWeek week, Locale locale) {
        var bars = new ArrayList<BarChart.Bar>();
        for (var who : WHO) {
            if (week.downloads().byClass().containsKey(who)) {
                bars.add(bar(week.downloads(), who, "method.bar.downloads", locale));
                bars.add(bar(week.counter(), who, "method.bar.counter", locale));
            }
        }
        return new BarChart(wording.text(locale, "method.chart"), bars).draw();
    }

    private BarChart.Bar bar(Side week, AccessClass who, String label, Locale locale) {
        var count = week.byClass().getOrDefault(who, NONE);
        return new BarChart.Bar(
                wording.text(locale, label, wording.of(locale, "who", who)),
                count.told(),
                wording.rounded(locale, count),
                Asked.name(who));
    }

    private List<MethodComparison.Row> rows(ProfileWeek week, Locale locale) {
        var rows = new ArrayList<MethodComparison.Row>();
        for (var who : WHO) {
            if (week.downloads().byClass().containsKey(who)) {
                rows.add(new MethodComparison.Row(
                        wording.of(locale, "who", who),
                        wording.rounded(locale, week.downloads().byClass().getOrDefault(who, NONE)),
                        who == AccessClass.ROBOT
                                ? wording.text(locale, "method.left-out")
                                : wording.rounded(
                                        locale, week.counter().byClass().getOrDefault(who, NONE))));
            }
        }
        if (week.downloads().mixed().told() + week.counter().mixed().told() > 0) {
            rows.add(new MethodComparison.Row(
                    wording.text(locale, "what.mixed"),
                    wording.rounded(locale, week.downloads().mixed()),
                    wording.rounded(locale, week.counter().mixed())));
        }
        var none = wording.text(locale, "method.not-counted");
        rows.add(new MethodComparison.Row(
                wording.text(locale, "method.row.total"),
                wording.rounded(locale, week.downloads().total()),
                wording.rounded(locale, week.counter().total())));
        rows.add(new MethodComparison.Row(
                wording.text(locale, "method.row.investigating"), none, wording.rounded(locale, week.investigating())));
        rows.add(new MethodComparison.Row(
                wording.text(locale, "method.row.requesting"), none, wording.rounded(locale, week.requesting())));
        return rows;
    }
}
