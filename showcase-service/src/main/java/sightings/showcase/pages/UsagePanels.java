package sightings.showcase.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sightings.dataset.DatasetId;
import sightings.event.AccessClass;
import sightings.showcase.drawing.UsageChart;
import sightings.showcase.usage.PublicCount;
import sightings.showcase.usage.UsageQueries;
import sightings.showcase.usage.UsageQueries.Origin;
import sightings.showcase.usage.UsageSeries;
import sightings.showcase.usage.UsageSeries.Week;
import sightings.showcase.usage.WeekTotal;

/** Makes the panels of usage. Counts of different origins are never in one. */
@Component
class UsagePanels {

    private static final List<AccessClass> ORDER =
            List.of(AccessClass.PERSON, AccessClass.TOOL, AccessClass.AI_AGENT, AccessClass.ROBOT);
    private static final PublicCount NONE = new PublicCount.Exact(0);

    private final UsageQueries usage;
    private final Wording wording;

    UsagePanels(UsageQueries usage, Wording wording) {
        this.usage = usage;
        this.wording = wording;
    }

    /** The panels of one dataset; none where nothing was counted. */
    List<UsagePanel> of(DatasetId dataset, Locale locale) {
        return Stream.of(Origin.LOGS, Origin.REPORTED)
                .flatMap(origin -> panel(usage.series(dataset, origin), origin, locale).stream())
                .toList();
    }

    /** All datasets together; empty where there are no counts at all. */
    Optional<UsagePanel> headline(Locale locale) {
        return Stream.of(Origin.LOGS, Origin.REPORTED)
                .filter(usage::hasAny)
                .findFirst()
                .map(origin -> headline(origin, locale));
    }

    private UsagePanel headline(Origin origin, Locale locale) {
        var totals = usage.weekTotals(origin);
        long sum = totals.stream().mapToLong(week -> week.count().drawn()).sum();
        var weeks = totals.stream()
                .map(week -> new UsageChart.Week(
                        wording.shortDay(locale, week.monday()),
                        List.of(new UsageChart.Part("person", week.count().drawn()))))
                .toList();
        return new UsagePanel(
                name(origin),
                wording.number(locale, sum),
                new UsageChart(wording.text(locale, "usage.chart.all", totals.size()), weeks).draw(),
                List.of(),
                totals.reversed().stream()
                        .map((WeekTotal week) -> new UsagePanel.Row(
                                wording.day(locale, week.monday()), List.of(wording.count(locale, week.count()))))
                        .toList());
    }

    private Optional<UsagePanel> panel(UsageSeries series, Origin origin, Locale locale) {
        if (series.isEmpty()) {
            return Optional.empty();
        }
        // A portal that reports itself does not say who asked.
        return Optional.of(origin == Origin.LOGS ? byClass(series, locale) : inOne(series, locale));
    }

    private UsagePanel byClass(UsageSeries series, Locale locale) {
        var classes = ORDER.stream()
                .filter(each ->
                        series.weeks().stream().anyMatch(week -> week.byClass().containsKey(each)))
                .toList();
        var weeks = new ArrayList<UsageChart.Week>();
        var rows = new ArrayList<UsagePanel.Row>();
        for (Week week : series.weeks()) {
            weeks.add(new UsageChart.Week(
                    wording.shortDay(locale, week.monday()),
                    classes.stream()
                            .map(each -> new UsageChart.Part(
                                    Asked.name(each), count(week, each).drawn()))
                            .toList()));
            rows.addFirst(new UsagePanel.Row(
                    wording.day(locale, week.monday()),
                    classes.stream()
                            .map(each -> wording.count(locale, count(week, each)))
                            .toList()));
        }
        return new UsagePanel(
                name(Origin.LOGS),
                wording.count(locale, series.total()),
                new UsageChart(wording.text(locale, "usage.chart", weeks.size()), weeks).draw(),
                classes.stream()
                        .map(each -> new UsagePanel.Kind(Asked.name(each), wording.of(locale, "who", each)))
                        .toList(),
                rows);
    }

    private UsagePanel inOne(UsageSeries series, Locale locale) {
        var weeks = series.weeks().stream()
                .map(week -> new UsageChart.Week(
                        wording.shortDay(locale, week.monday()),
                        List.of(new UsageChart.Part("person", week.total().drawn()))))
                .toList();
        return new UsagePanel(
                name(Origin.REPORTED),
                wording.count(locale, series.total()),
                new UsageChart(wording.text(locale, "usage.chart", weeks.size()), weeks).draw(),
                List.of(),
                series.weeks().reversed().stream()
                        .map(week -> new UsagePanel.Row(
                                wording.day(locale, week.monday()), List.of(wording.count(locale, week.total()))))
                        .toList());
    }

    private static PublicCount count(Week week, AccessClass accessClass) {
        return week.byClass().getOrDefault(accessClass, NONE);
    }

    private static String name(Origin origin) {
        return Asked.name(origin);
    }
}
