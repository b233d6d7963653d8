package sightings.showcase.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.showcase.drawing.BarChart;
import sightings.showcase.drawing.UsageChart;
import sightings.showcase.usage.PublicCount;
import sightings.showcase.usage.UsageSeries;
import sightings.showcase.usage.UsageSeries.ToolCount;
import sightings.showcase.usage.UsageSeries.Week;
import sightings.showcase.usage.WeekTotal;

/** Draws usage, and writes the same numbers as a table. */
@Component
class UsageGraphs {

    private static final List<AccessClass> WHO =
            List.of(AccessClass.PERSON, AccessClass.TOOL, AccessClass.AI_AGENT, AccessClass.ROBOT);
    private static final List<AccessKind> WHAT = List.of(AccessKind.DOWNLOAD, AccessKind.API, AccessKind.VIEW);
    private static final PublicCount NONE = new PublicCount.Exact(0);
    private static final int TOOLS = 12;
    private static final String NO_NAME = "-";

    private final Wording wording;

    UsageGraphs(Wording wording) {
        this.wording = wording;
    }

    /** One column to be told apart. */
    private record Column(UsageGraph.Kind kind, Function<Week, PublicCount> count) {}

    /** By who asked. */
    UsageGraph byWho(UsageSeries series, Locale locale) {
        var columns = WHO.stream()
                .filter(each ->
                        series.weeks().stream().anyMatch(week -> week.byClass().containsKey(each)))
                .map(each -> new Column(
                        new UsageGraph.Kind(Asked.name(each), wording.of(locale, "who", each)),
                        week -> week.byClass().getOrDefault(each, NONE)))
                .toList();
        return graph(series, columns, "usage.chart", "usage.table.caption", locale);
    }

    /** By what was asked, robots left out. */
    UsageGraph byKind(UsageSeries series, Locale locale) {
        var kinds = WHAT.stream()
                .filter(each ->
                        series.weeks().stream().anyMatch(week -> week.byKind().containsKey(each)))
                .map(each -> new Column(
                        new UsageGraph.Kind(Asked.name(each), wording.of(locale, "what", each)),
                        week -> week.byKind().getOrDefault(each, NONE)));
        boolean mixed = series.weeks().stream().anyMatch(week -> week.ofNoKind().told() > 0);
        var rest = mixed
                ? Stream.of(new Column(
                        new UsageGraph.Kind("mixed", wording.text(locale, "what.mixed")), week -> week.ofNoKind()))
                : Stream.<Column>empty();
        return graph(series, Stream.concat(kinds, rest).toList(), "usage.chart.kinds", "usage.table.kinds", locale);
    }

    /** All in one. */
    UsageGraph inOne(UsageSeries series, Locale locale) {
        return inOne(
                series.weeks().stream()
                        .map(week -> new WeekTotal(week.monday(), week.total()))
                        .toList(),
                "usage.chart",
                locale);
    }

    /** All in one. */
    UsageGraph inOne(List<WeekTotal> totals, String label, Locale locale) {
        var weeks = totals.stream()
                .map(week -> new UsageChart.Week(
                        wording.shortDay(locale, week.monday()),
                        List.of(new UsageChart.Part("person", week.count().told()))))
                .toList();
        return new UsageGraph(
                new UsageChart(wording.text(locale, label, weeks.size()), weeks).draw(),
                wording.text(locale, "usage.table.caption"),
                List.of(),
                totals.reversed().stream()
                        .map(week -> new UsageGraph.Row(
                                wording.day(locale, week.monday()), List.of(wording.count(locale, week.count()))))
                        .toList());
    }

    /** Tools by name, most first; those behind the twelfth are in the file. */
    UsagePanel.Tools tools(List<ToolCount> tools, Locale locale) {
        var shown = tools.stream().limit(TOOLS).toList();
        return new UsagePanel.Tools(
                new BarChart(
                                wording.text(locale, "usage.tools.chart"),
                                shown.stream()
                                        .map(tool -> new BarChart.Bar(
                                                name(tool, locale),
                                                tool.count().told(),
                                                wording.count(locale, tool.count()),
                                                Asked.name(tool.accessClass())))
                                        .toList())
                        .draw(),
                shown.stream()
                        .map(tool -> new UsagePanel.ToolRow(
                                name(tool, locale),
                                wording.of(locale, "who", tool.accessClass()),
                                wording.count(locale, tool.count())))
                        .toList());
    }

    private String name(ToolCount tool, Locale locale) {
        var name = tool.tool();
        if (name == null) {
            return wording.text(locale, "usage.tools.other." + tool.accessClass());
        }
        return name.equals(NO_NAME) ? wording.text(locale, "usage.tools.no-name") : name;
    }

    private UsageGraph graph(UsageSeries series, List<Column> columns, String label, String caption, Locale locale) {
        var weeks = new ArrayList<UsageChart.Week>();
        var rows = new ArrayList<UsageGraph.Row>();
        for (Week week : series.weeks()) {
            var counts = columns.stream().map(each -> each.count().apply(week)).toList();
            var parts = new ArrayList<UsageChart.Part>();
            for (int i = 0; i < columns.size(); i++) {
                parts.add(new UsageChart.Part(
                        columns.get(i).kind().style(), counts.get(i).told()));
            }
            weeks.add(new UsageChart.Week(wording.shortDay(locale, week.monday()), parts));
            rows.addFirst(new UsageGraph.Row(
                    wording.day(locale, week.monday()),
                    counts.stream().map(count -> wording.count(locale, count)).toList()));
        }
        return new UsageGraph(
                new UsageChart(wording.text(locale, label, weeks.size()), weeks).draw(),
                wording.text(locale, caption),
                columns.stream().map(Column::kind).toList(),
                rows);
    }
}
