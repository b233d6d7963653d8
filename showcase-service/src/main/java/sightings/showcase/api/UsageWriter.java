package sightings.showcase.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;
import sightings.dataset.DatasetId;
import sightings.event.AccessClass;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.usage.DatasetRise;
import sightings.showcase.usage.DatasetUsage;
import sightings.showcase.usage.Profile;
import sightings.showcase.usage.PublicCount;
import sightings.showcase.usage.UsageSeries;

/** Writes usage as the API shows it. */
@Component
class UsageWriter {

    private static final List<String> SERIES_HEAD =
            List.of("scope", "from", "to", "who", "kind", "tool", "count", "exact", "fewer_than");
    private static final List<String> LIST_HEAD =
            List.of("list", "dataset", "title", "count", "exact", "before", "page");

    private final Answers answers;
    private final CitySettings city;

    UsageWriter(Answers answers, CitySettings city) {
        this.answers = answers;
        this.city = city;
    }

    /** One dataset's usage. */
    UsageJson write(DatasetDocument dataset, Profile profile, UsageSeries series) {
        return new UsageJson(
                city.name(),
                city.sample(),
                dataset.id().value(),
                dataset.title(),
                page(dataset.id()),
                profile.rules(),
                answers.absolute("/method"),
                CountJson.of(series.total()),
                series.weeks().stream().map(UsageWriter::week).toList(),
                series.tools().stream()
                        .map(tool -> new UsageToolJson(
                                Asked.word(tool.accessClass()), tool.tool(), CountJson.of(tool.count())))
                        .toList());
    }

    /** The lists, with titles joined. */
    UsageList write(List<DatasetUsage> mostUsed, List<DatasetRise> rising, Map<DatasetId, DatasetDocument> known) {
        return new UsageList(
                city.name(),
                city.sample(),
                Profile.DOWNLOADS.rules(),
                answers.absolute("/method"),
                mostUsed.stream()
                        .map(each -> used(each.dataset(), known, CountJson.of(each.count()), null))
                        .toList(),
                rising.stream()
                        .map(each -> used(
                                each.dataset(),
                                known,
                                CountJson.of(new PublicCount.AtLeast(each.now())),
                                each.before()))
                        .toList());
    }

    /** One dataset's usage as CSV: a row for each part of each week, then one for each tool over all of them. */
    static String csv(UsageJson usage) {
        var rows = new ArrayList<List<@Nullable String>>();
        for (var week : usage.weeks()) {
            for (var part : week.parts()) {
                rows.add(row(
                        "week",
                        week.from().toString(),
                        week.to().toString(),
                        part.who(),
                        part.kind(),
                        null,
                        part.count()));
            }
        }
        var over = usage.weeks().stream().filter(week -> !week.open()).toList();
        for (var tool : usage.tools()) {
            rows.add(row(
                    "tools",
                    over.getFirst().from().toString(),
                    over.getLast().to().toString(),
                    tool.who(),
                    null,
                    tool.tool() == null ? "other" : tool.tool(),
                    tool.count()));
        }
        return Csv.of(SERIES_HEAD, rows);
    }

    /** The lists as CSV. */
    static String csv(UsageList list) {
        var rows = new ArrayList<List<@Nullable String>>();
        list.mostUsed().forEach(each -> rows.add(row("most-used", each)));
        list.rising().forEach(each -> rows.add(row("rising", each)));
        return Csv.of(LIST_HEAD, rows);
    }

    private static UsageWeekJson week(UsageSeries.Week week) {
        var parts = new ArrayList<UsagePartJson>();
        for (var part : week.parts()) {
            var who = part.accessClass();
            var kind = part.kind();
            parts.add(new UsagePartJson(
                    who == null ? null : Asked.word(who),
                    kind == null ? null : Asked.word(kind),
                    CountJson.of(part.count())));
        }
        week.byClass().forEach((AccessClass who, PublicCount count) -> {
            if (count instanceof PublicCount.FewerThan) {
                parts.add(new UsagePartJson(Asked.word(who), null, CountJson.of(count)));
            }
        });
        return new UsageWeekJson(week.monday(), week.sunday(), week.open(), CountJson.of(week.total()), parts);
    }

    private UsedDatasetJson used(
            DatasetId id, Map<DatasetId, DatasetDocument> known, CountJson count, @Nullable Long before) {
        var document = known.get(id);
        return new UsedDatasetJson(
                id.value(),
                document == null ? null : document.title(),
                page(id),
                answers.absolute("/api/v1/datasets/" + id + "/usage"),
                count,
                before);
    }

    private String page(DatasetId id) {
        return answers.absolute("/datasets/" + id);
    }

    private static List<@Nullable String> row(
            String scope,
            String from,
            String to,
            @Nullable String who,
            @Nullable String kind,
            @Nullable String tool,
            CountJson count) {
        var row = new ArrayList<@Nullable String>();
        row.add(scope);
        row.add(from);
        row.add(to);
        row.add(who);
        row.add(kind);
        row.add(tool);
        row.add(value(count));
        row.add(Boolean.toString(count.exact()));
        row.add(count.fewerThan() == null ? null : count.fewerThan().toString());
        return row;
    }

    private static List<@Nullable String> row(String list, UsedDatasetJson used) {
        var row = new ArrayList<@Nullable String>();
        row.add(list);
        row.add(used.dataset());
        row.add(used.title());
        row.add(value(used.count()));
        row.add(Boolean.toString(used.count().exact()));
        row.add(used.before() == null ? null : used.before().toString());
        row.add(used.page());
        return row;
    }

    /** What is too small has an empty cell, so that nobody adds a nought up. */
    private static @Nullable String value(CountJson count) {
        return count.fewerThan() == null ? Long.toString(count.value()) : null;
    }
}
