package sightings.showcase.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sightings.dataset.DatasetId;
import sightings.showcase.usage.Profile;
import sightings.showcase.usage.PublicCount;
import sightings.showcase.usage.UsageQueries;
import sightings.showcase.usage.UsageSeries;

/** Makes the panels of usage. Counts of different origins are never in one. */
@Component
class UsagePanels {

    private static final List<Profile> ORIGINS = List.of(Profile.DOWNLOADS, Profile.REPORTED);

    private final UsageQueries usage;
    private final UsageGraphs graphs;
    private final Wording wording;

    UsagePanels(UsageQueries usage, UsageGraphs graphs, Wording wording) {
        this.usage = usage;
        this.graphs = graphs;
        this.wording = wording;
    }

    /** The panels of one dataset; none where nothing was counted. */
    List<UsagePanel> of(DatasetId dataset, Locale locale) {
        return ORIGINS.stream()
                .flatMap(origin -> panel(dataset, usage.series(dataset, origin), origin, locale).stream())
                .toList();
    }

    /** All datasets together; empty where there are no counts at all. */
    Optional<UsagePanel> headline(Locale locale) {
        return ORIGINS.stream().filter(usage::hasAny).findFirst().map(origin -> headline(origin, locale));
    }

    private UsagePanel headline(Profile origin, Locale locale) {
        var totals = usage.weekTotals(origin);
        long sum = totals.stream().mapToLong(week -> week.count().told()).sum();
        return new UsagePanel(
                name(origin),
                wording.count(locale, new PublicCount.AtLeast(sum)),
                graphs.inOne(totals, "usage.chart.all", locale),
                null,
                null,
                null);
    }

    private Optional<UsagePanel> panel(DatasetId dataset, UsageSeries series, Profile origin, Locale locale) {
        if (series.isEmpty()) {
            return Optional.empty();
        }
        boolean counted = origin == Profile.DOWNLOADS;
        var byKind = graphs.byKind(series, locale);
        return Optional.of(new UsagePanel(
                name(origin),
                total(series, locale),
                // A portal that reports itself does not say who asked.
                counted ? graphs.byWho(series, locale) : graphs.inOne(series, locale),
                byKind.kinds().isEmpty() ? null : byKind,
                series.tools().isEmpty() ? null : graphs.tools(series.tools(), locale),
                "/api/v1/datasets/" + dataset + "/usage.csv" + (counted ? "" : "?origin=reported")));
    }

    private String total(UsageSeries series, Locale locale) {
        return series.total() instanceof PublicCount.FewerThan(int threshold)
                ? wording.text(locale, "usage.few", threshold)
                : wording.count(locale, series.total());
    }

    /** Part of the keys of its texts. */
    private static String name(Profile origin) {
        return origin == Profile.REPORTED ? "reported" : "logs";
    }
}
