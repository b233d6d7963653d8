package sightings.showcase.usage;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Repository;
import sightings.city.CitySettings;
import sightings.event.Caller;
import sightings.evidence.UseId;
import sightings.showcase.index.Documents;
import sightings.showcase.index.Page;

/** Asks Elasticsearch. */
@Repository
class ElasticsearchCalls implements CallQueries {

    /** So many callers of one use are looked at: each log may know it by several. */
    private static final int MOST_CALLERS = 100;

    private final Documents documents;
    private final InstantSource clock;
    private final CitySettings city;

    ElasticsearchCalls(Documents documents, InstantSource clock, CitySettings city) {
        this.documents = documents;
        this.clock = clock;
        this.city = city;
    }

    @Override
    public CallSeries calls(Collection<UseId> ids, String address) {
        var callers = callers(ids, address);
        if (callers.isEmpty()) {
            return new CallSeries(List.of());
        }
        // Callers are counted by UTC day, so their weeks are those of UTC.
        var weeks = Weeks.endingAt(
                clock.instant(),
                ZoneOffset.UTC,
                UsageQueries.WEEKS,
                city.counting().openFor());
        return new CallSeriesMaker(weeks, city.counting().fewerThan()).of(days(weeks, callers), callers);
    }

    private Set<Caller> callers(Collection<UseId> ids, String address) {
        var callers = new HashSet<Caller>();
        ToolHomes.at(address).ifPresent(callers::add);
        documents
                .list(
                        CallerDocument.INDEX,
                        search -> search.query(any(
                                        "use", ids.stream().map(UseId::value).toList()))
                                .size(MOST_CALLERS))
                .stream()
                .map(CallerDocument::caller)
                .filter(Objects::nonNull)
                .forEach(callers::add);
        return callers;
    }

    /** In one answer where that holds them all, else week by week: a tool may call all datasets on all days. */
    private List<CalledDay> days(Weeks weeks, Set<Caller> callers) {
        var all = days(weeks.first(), UsageQueries.WEEKS, callers);
        return all.size() < Page.REACH
                ? all
                : weeks.mondays().stream()
                        .flatMap(monday -> days(monday, 1, callers).stream())
                        .toList();
    }

    private List<CalledDay> days(LocalDate from, int weeks, Set<Caller> callers) {
        return documents.list(
                CalledDay.INDEX,
                search -> search.query(q -> q.bool(bool -> bool.filter(any(
                                        "callers.caller",
                                        callers.stream().map(Caller::value).toList()))
                                .filter(any("profile", List.of(Profile.DOWNLOADS.rules())))
                                .filter(days -> days.range(range -> range.date(date -> date.field("day")
                                        .gte(from.toString())
                                        .lt(from.plusWeeks(weeks).toString()))))))
                        .source(fields -> fields.filter(filter -> filter.includes("dataset", "day", "callers")))
                        .size(Page.REACH));
    }

    private static Query any(String field, List<String> values) {
        return Query.of(q -> q.terms(terms -> terms.field(field)
                .terms(any -> any.value(values.stream().map(FieldValue::of).toList()))));
    }
}
