package sightings.showcase.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sightings.event.AccessClass;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.drawing.BarChart;
import sightings.showcase.usage.ProfileWeek;
import sightings.showcase.usage.PublicCount;
import sightings.showcase.usage.UsageSeries.Week;

/** Puts a week under both rules side by side. */
@Component
class MethodComparisons {

    private static final List<AccessClass> WHO =
            List.of(AccessClass.PERSON, AccessClass.TOOL, AccessClass.AI_AGENT, AccessClass.ROBOT);
    private static final PublicCount NONE = new PublicCount.Exact(0);

    private final DatasetQueries datasets;
    private final Wording wording;

    MethodComparisons(DatasetQueries datasets, Wording wording) {
        this.datasets = datasets;
        this.wording = wording;
    }

    /** The week in words and as a picture; empty where the catalogue does not have the dataset. */
    Optional<MethodComparison> of(ProfileWeek week, Locale locale) {
        return datasets.byId(week.dataset()).map(dataset -> of(week, dataset, locale));
    }

    private MethodComparison of(ProfileWeek week, DatasetDocument dataset, Locale locale) {
        return new MethodComparison(
                "/datasets/" + dataset.id(),
                dataset.title(),
                wording.day(locale, week.downloads().monday()),
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

    private BarChart.Bar bar(Week week, AccessClass who, String label, Locale locale) {
        var count = week.byClass().getOrDefault(who, NONE);
        return new BarChart.Bar(
                wording.text(locale, label, wording.of(locale, "who", who)),
                count.told(),
                wording.count(locale, count),
                Asked.name(who));
    }

    private List<MethodComparison.Row> rows(ProfileWeek week, Locale locale) {
        var rows = new ArrayList<MethodComparison.Row>();
        for (var who : WHO) {
            if (week.downloads().byClass().containsKey(who)) {
                rows.add(new MethodComparison.Row(
                        wording.of(locale, "who", who),
                        wording.count(locale, week.downloads().byClass().getOrDefault(who, NONE)),
                        who == AccessClass.ROBOT
                                ? wording.text(locale, "method.left-out")
                                : wording.count(locale, week.counter().byClass().getOrDefault(who, NONE))));
            }
        }
        var none = wording.text(locale, "method.not-counted");
        rows.add(new MethodComparison.Row(
                wording.text(locale, "method.row.total"),
                wording.count(locale, week.downloads().total()),
                wording.count(locale, week.counter().total())));
        rows.add(new MethodComparison.Row(
                wording.text(locale, "method.row.investigating"), none, wording.count(locale, week.investigating())));
        rows.add(new MethodComparison.Row(
                wording.text(locale, "method.row.requesting"), none, wording.count(locale, week.requesting())));
        return rows;
    }
}
