package sightings.showcase.uses;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightings.showcase.uses.StoryFacets.Facet;

/** The parts of which questions to the index of uses are made. */
final class ElasticsearchParts {

    static final String DATASETS = "datasets.id";

    private ElasticsearchParts() {}

    /** Public stories. */
    static Query published() {
        return is("status", UseStatus.PUBLISHED.name());
    }

    /** Discovered, and something of it still holds. */
    static Query awaitingReview() {
        return Query.of(q -> q.bool(bool -> bool.filter(is("status", UseStatus.DISCOVERED.name()), stillSighted())));
    }

    /** With a find that holds, its own or a member's. */
    static Query stillSighted() {
        var ofItsOwn = Query.of(q -> q.range(
                range -> range.number(number -> number.field("sightings").gt(0.0))));
        return Query.of(q -> q.bool(bool -> bool.should(ofItsOwn, withMembers()).minimumShouldMatch("1")));
    }

    /** Others were merged into it. */
    static Query withMembers() {
        return Query.of(q -> q.exists(has -> has.field("members")));
    }

    static Query is(String field, String value) {
        return Query.of(q -> q.term(term -> term.field(field).value(value)));
    }

    static Query any(String field, Stream<String> values) {
        var wanted = values.map(FieldValue::of).toList();
        return Query.of(q -> q.terms(terms -> terms.field(field).terms(value -> value.value(wanted))));
    }

    /** What {@link #values} reads, counted among those that pass these filters. */
    static Aggregation within(List<Query> filters, Aggregation counted) {
        return Aggregation.of(of ->
                of.filter(filter -> filter.bool(bool -> bool.filter(filters))).aggregations("values", counted));
    }

    static Aggregation termsOf(String field, int size) {
        return Aggregation.of(of -> of.terms(terms -> terms.field(field).size(size)));
    }

    /** Terms that were counted, largest first; none where nothing was. */
    static <T> List<Facet<T>> values(@Nullable Aggregate counted, Function<String, T> read) {
        if (counted == null) {
            return List.of();
        }
        var terms = counted.isFilter() ? counted.filter().aggregations().get("values") : counted;
        // An empty index has no type of terms yet.
        return terms == null || !terms.isSterms()
                ? List.of()
                : terms.sterms().buckets().array().stream()
                        .map(bucket -> new Facet<>(read.apply(bucket.key().stringValue()), bucket.docCount()))
                        .toList();
    }

    static long count(@Nullable Aggregate filtered) {
        return filtered == null ? 0 : filtered.filter().docCount();
    }

    static double orZero(@Nullable Aggregate summed) {
        var value = summed == null ? null : summed.sum().value();
        return value == null ? 0 : value;
    }

    static List<SortOptions> newestFirst() {
        return List.of(descending("publishedAt"), ascending("id"));
    }

    static List<SortOptions> byMatch() {
        return List.of(
                SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))),
                descending("publishedAt"),
                ascending("id"));
    }

    static SortOptions descending(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Desc)));
    }

    static SortOptions ascending(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Asc)));
    }
}
