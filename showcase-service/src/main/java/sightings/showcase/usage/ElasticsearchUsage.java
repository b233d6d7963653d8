package sightings.showcase.usage;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.util.NamedValue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import sightings.city.CitySettings;
import sightings.dataset.DatasetId;
import sightings.event.UsageCounted;
import sightings.showcase.index.Documents;
import sightings.showcase.index.Page;

/** Asks Elasticsearch. Hours are put into the city's days here, since the documents are in UTC. */
@Repository
class ElasticsearchUsage implements UsageQueries {

    private static final List<String> HOURS = Stream.concat(
                    IntStream.range(0, 24).mapToObj(hour -> String.format("%02d", hour)), Stream.of(UsageDocument.DAY))
            .toList();

    private final Documents documents;
    private final InstantSource clock;
    private final ZoneId zone;

    ElasticsearchUsage(Documents documents, InstantSource clock, CitySettings city) {
        this.documents = documents;
        this.clock = clock;
        this.zone = city.timeZone();
    }

    @Override
    public UsageSeries series(DatasetId dataset, Origin origin) {
        var weeks = weeks();
        var days = documents.list(
                UsageDocument.INDEX,
                search -> search.query(query(weeks, origin, dataset)).size(Page.REACH));
        return UsageSeriesMaker.of(weeks, days);
    }

    @Override
    public List<WeekTotal> weekTotals(Origin origin) {
        var weeks = weeks();
        var found = documents.search(
                UsageDocument.INDEX,
                search -> search.query(query(weeks, origin, null)).size(0).aggregations("days", perDay()));
        var tallies = new LinkedHashMap<LocalDate, Tally>();
        weeks.mondays().forEach(monday -> tallies.put(monday, new Tally()));
        var days = found.aggregations().get("days");
        if (days != null) {
            for (var bucket : days.dateHistogram().buckets().array()) {
                var day = Instant.ofEpochMilli(bucket.key())
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate();
                addDay(weeks, tallies, day, bucket.aggregations());
            }
        }
        return tallies.entrySet().stream()
                .map(week -> new WeekTotal(week.getKey(), week.getValue().total()))
                .toList();
    }

    @Override
    public List<DatasetUsage> mostUsed(Origin origin, int size) {
        var found = documents.search(
                UsageDocument.INDEX,
                search -> search.query(query(weeks(), origin, null))
                        .size(0)
                        .aggregations(
                                "datasets",
                                Aggregation.of(of -> of.terms(terms -> terms.field("dataset")
                                                .size(size)
                                                .order(NamedValue.of("total", SortOrder.Desc)))
                                        .aggregations("total", sum("total"))
                                        .aggregations("visitors", sum("visitors")))));
        var datasets = found.aggregations().get("datasets");
        if (datasets == null || !datasets.isSterms()) {
            return List.of();
        }
        var most = new ArrayList<DatasetUsage>();
        for (var bucket : datasets.sterms().buckets().array()) {
            var tally = new Tally();
            tally.addTotal(value(bucket.aggregations().get("total")));
            tally.addVisitors(value(bucket.aggregations().get("visitors")));
            most.add(new DatasetUsage(new DatasetId(bucket.key().stringValue()), tally.total()));
        }
        return most;
    }

    @Override
    public boolean hasAny(Origin origin) {
        return !documents
                .list(
                        UsageDocument.INDEX,
                        search -> search.query(q -> q.bool(bool -> bool.filter(of(origin))))
                                .size(1)
                                .terminateAfter(1L))
                .isEmpty();
    }

    private Weeks weeks() {
        return Weeks.endingAt(clock.instant(), zone, WEEKS);
    }

    private static void addDay(Weeks weeks, Map<LocalDate, Tally> tallies, LocalDate day, Map<String, Aggregate> sums) {
        for (String hour : HOURS) {
            var tally = tallies.get(weeks.mondayOf(day, hour.equals(UsageDocument.DAY) ? -1 : Integer.parseInt(hour)));
            if (tally != null) {
                tally.addTotal(value(sums.get(hour)));
            }
        }
        var tally = tallies.get(weeks.mondayOf(day, -1));
        if (tally != null) {
            tally.addVisitors(value(sums.get("visitors")));
        }
    }

    private static Aggregation perDay() {
        return Aggregation.of(of -> {
            var day = of.dateHistogram(days -> days.field("day")
                            .calendarInterval(CalendarInterval.Day)
                            .minDocCount(1))
                    .aggregations("visitors", sum("visitors"));
            HOURS.forEach(hour -> day.aggregations(hour, sum("hours." + hour)));
            return day;
        });
    }

    private static Aggregation sum(String field) {
        return Aggregation.of(of -> of.sum(sum -> sum.field(field)));
    }

    private static long value(@Nullable Aggregate summed) {
        var value = summed == null ? null : summed.sum().value();
        return value == null ? 0 : Math.round(value);
    }

    private static Query query(Weeks weeks, Origin origin, @Nullable DatasetId dataset) {
        return Query.of(q -> q.bool(bool -> {
            bool.filter(of(origin))
                    .filter(days -> days.range(range -> range.date(date -> date.field("day")
                            .gte(weeks.firstUtcDay().toString())
                            .lte(weeks.lastUtcDay().toString()))));
            return dataset == null
                    ? bool
                    : bool.filter(of -> of.term(term -> term.field("dataset").value(dataset.value())));
        }));
    }

    /** Of counts from logs one profile is shown, since each is whole by itself. */
    private static Query of(Origin origin) {
        var profile = switch (origin) {
            case REPORTED -> UsageCounted.REPORTED;
            case LOGS -> UsageCounted.DOWNLOADS;
        };
        return Query.of(q -> q.term(term -> term.field("profile").value(profile)));
    }
}
