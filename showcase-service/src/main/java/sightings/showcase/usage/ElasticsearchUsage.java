package sightings.showcase.usage;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.util.NamedValue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import sightings.city.CitySettings;
import sightings.dataset.DatasetId;
import sightings.showcase.index.Documents;
import sightings.showcase.index.Page;

/** Asks Elasticsearch. Hours are put into the city's days here, since the documents are in UTC. */
@Repository
class ElasticsearchUsage implements UsageQueries {

    private static final List<String> HOURS = Stream.concat(
                    IntStream.range(0, 24).mapToObj(hour -> String.format("%02d", hour)), Stream.of(UsageDocument.DAY))
            .toList();

    /** Rising is looked for among this many times as many as are asked for. */
    private static final int CANDIDATES = 3;

    private static final int COMPARED = 10;
    private static final int MOST_DATASETS = 10_000;

    private final Documents documents;
    private final InstantSource clock;
    private final CitySettings city;

    ElasticsearchUsage(Documents documents, InstantSource clock, CitySettings city) {
        this.documents = documents;
        this.clock = clock;
        this.city = city;
    }

    @Override
    public UsageSeries series(DatasetId dataset, Profile profile) {
        return series(dataset, profile, weeks());
    }

    private UsageSeries series(DatasetId dataset, Profile profile, Weeks weeks) {
        var days = days(dataset, List.of(profile, Profile.COUNTER_RD), weeks);
        return new UsageSeriesMaker(weeks, threshold()).of(of(profile, days), of(Profile.COUNTER_RD, days));
    }

    private List<UsageDocument> days(DatasetId dataset, List<Profile> profiles, Weeks weeks) {
        return documents.list(
                UsageDocument.INDEX,
                search -> search.query(query(weeks, profiles, dataset)).size(Page.REACH));
    }

    private static List<UsageDocument> of(Profile profile, List<UsageDocument> days) {
        return days.stream()
                .filter(day -> profile.rules().equals(day.profile()))
                .toList();
    }

    @Override
    public List<WeekTotal> weekTotals(Profile profile) {
        var weeks = weeks();
        var found = documents.search(
                UsageDocument.INDEX,
                search -> search.query(query(weeks, List.of(profile), null))
                        .size(0)
                        .aggregations("days", perDay()));
        var totals = new LinkedHashMap<LocalDate, RoughTotal>();
        weeks.mondays().forEach(monday -> totals.put(monday, new RoughTotal(threshold())));
        var days = found.aggregations().get("days");
        if (days != null) {
            for (var bucket : days.dateHistogram().buckets().array()) {
                addDay(weeks, totals, utcDay(bucket.key()), bucket.aggregations());
            }
        }
        return totals.entrySet().stream()
                .map(week -> new WeekTotal(week.getKey(), week.getValue().told()))
                .toList();
    }

    @Override
    public List<DatasetUsage> mostUsed(Profile profile, int size) {
        var weeks = weeks();
        return mostAccesses(weeks, profile, size).stream()
                .map(dataset -> DatasetUsage.of(dataset, series(dataset, profile, weeks)))
                .sorted(Comparator.comparing(usage -> -usage.count().told()))
                .toList();
    }

    @Override
    public List<DatasetRise> rising(int size) {
        var weeks = weeks();
        var whole = weeks.lastWhole(2 * Rising.WEEKS);
        if (whole.size() < 2 * Rising.WEEKS) {
            return List.of();
        }
        var middle = whole.get(Rising.WEEKS);
        var found = documents.search(
                UsageDocument.INDEX,
                search -> search.query(query(weeks, List.of(Profile.DOWNLOADS), null))
                        .size(0)
                        .aggregations(
                                "datasets",
                                Aggregation.of(of -> of.terms(
                                                terms -> terms.field("dataset").size(MOST_DATASETS))
                                        .aggregations("before", between(whole.getFirst(), middle))
                                        .aggregations(
                                                "now",
                                                between(middle, whole.getLast().plusWeeks(1))))));
        var rises = buckets(found.aggregations()).stream()
                .map(bucket ->
                        new Candidate(id(bucket), Rising.strength(filtered(bucket, "before"), filtered(bucket, "now"))))
                .filter(candidate -> candidate.strength() > 0)
                .sorted(Comparator.comparing(candidate -> -candidate.strength()))
                .limit((long) CANDIDATES * size)
                .flatMap(candidate ->
                        Rising.of(candidate.dataset(), series(candidate.dataset(), Profile.DOWNLOADS, weeks)).stream())
                .toList();
        return Rising.surest(rises, size);
    }

    private record Candidate(DatasetId dataset, double strength) {}

    @Override
    public Optional<ProfileWeek> compared() {
        var last = weeks().lastWhole(1);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        var week = weeks().only(last.getFirst());
        var most = mostAccesses(week, Profile.DOWNLOADS, COMPARED);
        var maker = new ProfileWeekMaker(week, threshold());
        for (var dataset : most) {
            var days = days(dataset, List.of(Profile.DOWNLOADS, Profile.COUNTER_RD), week);
            maker.add(dataset, of(Profile.DOWNLOADS, days), of(Profile.COUNTER_RD, days));
        }
        return most.isEmpty() ? Optional.empty() : Optional.of(maker.told());
    }

    @Override
    public Map<DatasetId, LocalDate> lastUsed() {
        var found = documents.search(
                UsageDocument.INDEX,
                search -> search.query(q -> q.bool(bool -> bool.filter(under(List.of(Profile.DOWNLOADS)))
                                .filter(used -> used.range(range -> range.number(
                                        number -> number.field("total").gte(1.0))))))
                        .size(0)
                        .aggregations(
                                "datasets",
                                Aggregation.of(of -> of.terms(
                                                terms -> terms.field("dataset").size(MOST_DATASETS))
                                        .aggregations("day", last -> last.max(max -> max.field("day"))))));
        var days = new LinkedHashMap<DatasetId, LocalDate>();
        for (var bucket : buckets(found.aggregations())) {
            var day = bucket.aggregations().get("day");
            var value = day == null ? null : day.max().value();
            if (value != null) {
                days.put(id(bucket), utcDay(value.longValue()));
            }
        }
        return days;
    }

    @Override
    public Optional<LocalDate> countedSince() {
        var found = documents.search(
                UsageDocument.INDEX,
                search -> search.query(under(List.of(Profile.DOWNLOADS)))
                        .size(0)
                        .aggregations("first", first -> first.min(min -> min.field("day"))));
        var first = found.aggregations().get("first");
        var value = first == null || Documents.total(found) == 0
                ? null
                : first.min().value();
        return value == null ? Optional.empty() : Optional.of(utcDay(value.longValue()));
    }

    @Override
    public boolean hasAny(Profile profile) {
        return !documents
                .list(
                        UsageDocument.INDEX,
                        search -> search.query(q -> q.bool(bool -> bool.filter(under(List.of(profile)))
                                        .should(atLeastOne("total"), atLeastOne("robots"))
                                        .minimumShouldMatch("1")))
                                .size(1)
                                .terminateAfter(1L))
                .isEmpty();
    }

    /** What was withdrawn is a day without counts. */
    private static Query atLeastOne(String field) {
        return Query.of(
                q -> q.range(range -> range.number(number -> number.field(field).gte(1.0))));
    }

    private List<DatasetId> mostAccesses(Weeks weeks, Profile profile, int size) {
        var found = documents.search(
                UsageDocument.INDEX,
                search -> search.query(query(weeks, List.of(profile), null))
                        .size(0)
                        .aggregations(
                                "datasets",
                                Aggregation.of(of -> of.terms(terms -> terms.field("dataset")
                                                .size(size)
                                                .order(NamedValue.of("total", SortOrder.Desc)))
                                        .aggregations("total", sum("total")))));
        return buckets(found.aggregations()).stream()
                .map(ElasticsearchUsage::id)
                .toList();
    }

    private static List<StringTermsBucket> buckets(Map<String, Aggregate> aggregations) {
        var datasets = aggregations.get("datasets");
        return datasets == null || !datasets.isSterms()
                ? List.of()
                : datasets.sterms().buckets().array();
    }

    private static DatasetId id(StringTermsBucket bucket) {
        return new DatasetId(bucket.key().stringValue());
    }

    private static LocalDate utcDay(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private Weeks weeks() {
        return Weeks.endingAt(
                clock.instant(), city.timeZone(), WEEKS, city.counting().openFor());
    }

    private int threshold() {
        return city.counting().fewerThan();
    }

    private static void addDay(
            Weeks weeks, Map<LocalDate, RoughTotal> totals, LocalDate day, Map<String, Aggregate> sums) {
        for (String hour : HOURS) {
            var total = totals.get(weeks.mondayOf(day, hour.equals(UsageDocument.DAY) ? -1 : Integer.parseInt(hour)));
            if (total != null) {
                total.add(value(sums.get(hour)));
            }
        }
        var total = totals.get(weeks.mondayOf(day, -1));
        if (total != null) {
            total.addVisitors(value(sums.get("visitors")));
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

    private static Aggregation between(LocalDate from, LocalDate to) {
        return Aggregation.of(of -> of.filter(days -> days.range(range -> range.date(
                        date -> date.field("day").gte(from.toString()).lt(to.toString()))))
                .aggregations("total", sum("total")));
    }

    private static long filtered(StringTermsBucket bucket, String name) {
        var filter = bucket.aggregations().get(name);
        return filter == null ? 0 : value(filter.filter().aggregations().get("total"));
    }

    private static Aggregation sum(String field) {
        return Aggregation.of(of -> of.sum(sum -> sum.field(field)));
    }

    private static long value(@Nullable Aggregate summed) {
        var value = summed == null ? null : summed.sum().value();
        return value == null ? 0 : Math.round(value);
    }

    private static Query query(Weeks weeks, List<Profile> profiles, @Nullable DatasetId dataset) {
        return Query.of(q -> q.bool(bool -> {
            bool.filter(under(profiles))
                    .filter(days -> days.range(range -> range.date(date -> date.field("day")
                            .gte(weeks.firstUtcDay().toString())
                            .lte(weeks.lastUtcDay().toString()))));
            return dataset == null
                    ? bool
                    : bool.filter(of -> of.term(term -> term.field("dataset").value(dataset.value())));
        }));
    }

    private static Query under(List<Profile> profiles) {
        return Query.of(q -> q.terms(terms -> terms.field("profile")
                .terms(any -> any.value(profiles.stream()
                        .map(profile -> FieldValue.of(profile.rules()))
                        .toList()))));
    }
}
