package sightings.showcase.usage;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.InstantSource;
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
    public CallSeries calls(Collection<UseId> ids, Collection<String> addresses) {
        var callers = callers(ids, addresses);
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

    private Set<Caller> callers(Collection<UseId> ids, Collection<String> addresses) {
        var callers = new HashSet<>(ToolHomes.at(addresses));
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

    /** Newest first: of a use with more documents than one answer holds, the oldest weeks are not whole. */
    private List<UsageDocument> days(Weeks weeks, Set<Caller> callers) {
        return documents.list(
                UsageDocument.INDEX,
                search -> search.query(q -> q.bool(bool -> bool.filter(any(
                                        "callers.caller",
                                        callers.stream().map(Caller::value).toList()))
                                .filter(any("profile", List.of(Profile.DOWNLOADS.rules())))
                                .filter(days -> days.range(range -> range.date(date -> date.field("day")
                                        .gte(weeks.first().toString())
                                        .lt(weeks.first()
                                                .plusWeeks(UsageQueries.WEEKS)
                                                .toString()))))))
                        .sort(by -> by.field(field -> field.field("day").order(SortOrder.Desc)))
                        .size(Page.REACH));
    }

    private static Query any(String field, List<String> values) {
        return Query.of(q -> q.terms(terms -> terms.field(field)
                .terms(any -> any.value(values.stream().map(FieldValue::of).toList()))));
    }
}
