package sightings.showcase.uses;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import sightings.dataset.DatasetId;
import sightings.event.UseType;
import sightings.evidence.Grade;
import sightings.evidence.Maker;
import sightings.evidence.UseId;
import sightings.showcase.index.Cursor;
import sightings.showcase.index.Documents;
import sightings.showcase.index.Page;
import sightings.showcase.index.Slice;
import sightings.showcase.index.TextSearch;
import sightings.showcase.index.Versioned;

/** Asks Elasticsearch. */
@Repository
class ElasticsearchUses implements UseQueries {

    private static final int ON_THE_MAP = 1_000;
    private static final int FACET_SIZE = 40;
    private static final int MANY = 10_000;

    private final Documents documents;

    ElasticsearchUses(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Page<UseDocument> stories(StoryFilter filter, int page, int size) {
        return documents.page(
                UseDocument.INDEX,
                page,
                size,
                search -> search.query(query(filter, FacetName.NONE))
                        .sort(TextSearch.isAsked(filter.text()) ? byMatch() : newestFirst()));
    }

    @Override
    public StoryFacets facets(StoryFilter filter) {
        var found = documents.search(UseDocument.INDEX, search -> {
            search.query(textQuery(filter)).size(0);
            for (FacetName facet : FacetName.FACETS) {
                search.aggregations(facet.name(), within(narrowed(filter, facet), termsOf(facet.field, FACET_SIZE)));
            }
            return search;
        });
        var facets = found.aggregations();
        return new StoryFacets(
                values(facets.get(FacetName.TYPE.name()), UseType::valueOf),
                values(facets.get(FacetName.TOPIC.name()), Function.identity()),
                values(facets.get(FacetName.DATASET.name()), DatasetId::new),
                values(facets.get(FacetName.AREA.name()), Function.identity()));
    }

    @Override
    public Slice<UseDocument> storiesAfter(StoryFilter filter, @Nullable Cursor after, int size) {
        return documents.slice(
                UseDocument.INDEX,
                after,
                size,
                search -> search.query(query(filter, FacetName.NONE)).sort(descending("updatedAt"), ascending("id")));
    }

    @Override
    public List<UseDocument> storiesWithPlace(StoryFilter filter) {
        var placed = Query.of(q -> q.bool(bool -> bool.filter(
                query(filter, FacetName.NONE), Query.of(has -> has.exists(e -> e.field("story.area.name"))))));
        return documents.list(
                UseDocument.INDEX,
                search -> search.query(placed).size(ON_THE_MAP).sort(newestFirst()));
    }

    @Override
    public Optional<UseDocument> story(UseId id) {
        return byId(id).map(Versioned::document).filter(UseDocument::isPublic);
    }

    @Override
    public List<UseDocument> related(UseDocument story, int size) {
        if (story.datasets().isEmpty()) {
            return List.of();
        }
        var shared = story.datasetIds().stream()
                .map(dataset -> Query.of(q -> q.constantScore(same -> same.filter(is("datasets.id", dataset.value())))))
                .toList();
        var query = Query.of(q -> q.bool(bool -> bool.filter(published())
                .mustNot(is("id", story.id().value()))
                .should(shared)
                .minimumShouldMatch("1")));
        return documents.list(
                UseDocument.INDEX, search -> search.query(query).size(size).sort(byMatch()));
    }

    @Override
    public Map<DatasetId, Long> storiesOf(Collection<DatasetId> datasets) {
        if (datasets.isEmpty()) {
            return Map.of();
        }
        var wanted = datasets.stream().map(DatasetId::value).toList();
        var found = documents.search(
                UseDocument.INDEX,
                search -> search.query(published())
                        .size(0)
                        .aggregations(
                                "datasets",
                                of -> of.terms(terms -> terms.field("datasets.id")
                                        .size(wanted.size())
                                        .include(include -> include.terms(wanted)))));
        var counts = new HashMap<DatasetId, Long>();
        values(found.aggregations().get("datasets"), DatasetId::new)
                .forEach(facet -> counts.put(facet.value(), facet.count()));
        return counts;
    }

    @Override
    public List<DatasetUses> mostUsed(int size) {
        var found = documents.search(
                UseDocument.INDEX,
                search -> search.query(published()).size(0).aggregations("datasets", termsOf("datasets.id", size)));
        return values(found.aggregations().get("datasets"), DatasetId::new).stream()
                .map(facet -> new DatasetUses(facet.value(), facet.count()))
                .toList();
    }

    @Override
    public List<PowerUser> powerUsers() {
        var byOrganisations = Query.of(q ->
                q.bool(bool -> bool.filter(published(), is("about.maker.kind", Maker.Kind.ORGANISATION.name()))));
        return PowerUsers.among(documents.list(
                UseDocument.INDEX,
                search -> search.query(byOrganisations).size(MANY).sort(newestFirst())));
    }

    @Override
    public UseCounts counts() {
        var found = documents.search(
                UseDocument.INDEX,
                search -> search.size(0)
                        .aggregations("awaiting", Aggregation.of(of -> of.filter(awaitingReview())))
                        .aggregations("published", Aggregation.of(of -> of.filter(published())))
                        .aggregations(
                                "rejected", Aggregation.of(of -> of.filter(is("status", UseStatus.REJECTED.name()))))
                        .aggregations("sightings", of -> of.sum(sum -> sum.field("sightings")))
                        .aggregations("datasets", of -> of.cardinality(of2 -> of2.field("datasets.id"))));
        var counts = found.aggregations();
        return new UseCounts(
                count(counts.get("awaiting")),
                count(counts.get("published")),
                count(counts.get("rejected")),
                Math.round(orZero(counts.get("sightings"))),
                counts.get("datasets") instanceof Aggregate all
                        ? all.cardinality().value()
                        : 0);
    }

    @Override
    public Optional<Versioned<UseDocument>> byId(UseId id) {
        return documents.get(UseDocument.INDEX, id.value());
    }

    @Override
    public Page<UseDocument> inbox(InboxFilter filter, int page, int size) {
        var narrow = new ArrayList<Query>();
        if (!filter.status().isEmpty()) {
            narrow.add(any("status", filter.status().stream().map(Enum::name)));
            if (!filter.status().contains(UseStatus.PUBLISHED)) {
                narrow.add(stillSighted());
            }
        }
        if (filter.dataset() != null) {
            narrow.add(is("datasets.id", filter.dataset().value()));
        }
        if (filter.sourceKind() != null) {
            var kind = filter.sourceKind();
            narrow.add(Query.of(q -> q.prefix(prefix -> prefix.field("sources").value(kind))));
        }
        if (filter.kind() != null) {
            narrow.add(is("about.kind", filter.kind().name()));
        }
        var grade = filter.grade();
        if (grade != null) {
            narrow.add(any(
                    "grade",
                    Stream.of(Grade.values())
                            .filter(each -> each.compareTo(grade) <= 0)
                            .map(Enum::name)));
        }
        var text = filter.text();
        if (text != null && TextSearch.isAsked(text)) {
            narrow.add(TextSearch.of(
                    text,
                    List.of(
                            "about.title^3",
                            "about.title.beginnings",
                            "about.summary",
                            "about.url",
                            "about.maker.name",
                            "story.title.*")));
        }
        var first = switch (filter.sort()) {
            case SCORE -> descending("score");
            case NEWEST -> descending("firstSeen");
            case RECENT -> descending("lastSeen");
        };
        return documents.page(
                UseDocument.INDEX,
                page,
                size,
                search -> search.query(q -> q.bool(bool -> bool.filter(narrow)))
                        .sort(first, descending("firstSeen"), ascending("id")));
    }

    @Override
    public List<SightingDocument> sightings(UseId use, int size) {
        var holding = Query.of(q -> q.bool(bool -> bool.filter(is("use", use.value()))
                .mustNot(withdrawn -> withdrawn.exists(exists -> exists.field("withdrawn")))));
        return documents.list(
                SightingDocument.INDEX,
                search -> search.query(holding)
                        .size(Math.min(size, Page.REACH))
                        .sort(descending("strength"), ascending("id")));
    }

    @Override
    public Page<SightingDocument> withdrawn(UseId use, int size) {
        var withdrawn = Query.of(q -> q.bool(bool ->
                bool.filter(is("use", use.value()), Query.of(gone -> gone.exists(e -> e.field("withdrawn"))))));
        return documents.page(
                SightingDocument.INDEX,
                1,
                size,
                search -> search.query(withdrawn).sort(descending("strength"), ascending("id")));
    }

    @Override
    public Map<String, Long> findsBySource() {
        var holding = Query.of(q ->
                q.bool(bool -> bool.mustNot(withdrawn -> withdrawn.exists(exists -> exists.field("withdrawn")))));
        var found = documents.search(
                SightingDocument.INDEX,
                search -> search.query(holding).size(0).aggregations("sources", termsOf("sighting.source", MANY)));
        var counts = new HashMap<String, Long>();
        values(found.aggregations().get("sources"), Function.<String>identity())
                .forEach(facet -> counts.put(facet.value(), facet.count()));
        return counts;
    }

    @Override
    public List<UseDocument> lastDecided(int size) {
        return documents.list(
                UseDocument.INDEX,
                search -> search.query(q -> q.exists(exists -> exists.field("decisions.time")))
                        .size(size)
                        .sort(List.of(
                                SortOptions.of(sort -> sort.field(field -> field.field("decisions.time")
                                        .order(SortOrder.Desc)
                                        .mode(co.elastic.clients.elasticsearch._types.SortMode.Max))),
                                ascending("id"))));
    }

    private static Query query(StoryFilter filter, FacetName leftOut) {
        return Query.of(q -> q.bool(bool -> bool.must(textQuery(filter)).filter(narrowed(filter, leftOut))));
    }

    /** Published stories with the words asked for, if any. */
    private static Query textQuery(StoryFilter filter) {
        var text = filter.text();
        if (text == null || !TextSearch.isAsked(text)) {
            return published();
        }
        // The tag goes into a field's name: nothing but a language may.
        var read = filter.language().matches("[a-z]{2,3}") ? filter.language() : "en";
        var fields = List.of(
                "story.title." + read + "^9",
                "story.title.*^6",
                "story.summary." + read + "^4",
                "story.summary.*^3",
                "story.body." + read + "^2",
                "story.body.*",
                "story.area.name^2",
                "about.title^3",
                "about.title.beginnings",
                "about.maker.name^2",
                "about.summary");
        return Query.of(q -> q.bool(bool -> bool.filter(published()).must(TextSearch.of(text, fields))));
    }

    /** Every filter but the one that is left out. */
    private static List<Query> narrowed(StoryFilter filter, FacetName leftOut) {
        var chosen = new LinkedHashMap<FacetName, List<String>>();
        chosen.put(FacetName.TYPE, filter.types().stream().map(Enum::name).toList());
        chosen.put(FacetName.TOPIC, filter.topics());
        chosen.put(
                FacetName.DATASET,
                filter.datasets().stream().map(DatasetId::value).toList());
        chosen.put(FacetName.AREA, filter.areas());
        chosen.remove(leftOut);
        return chosen.entrySet().stream()
                .filter(choice -> !choice.getValue().isEmpty())
                .map(choice -> any(choice.getKey().field, choice.getValue().stream()))
                .toList();
    }

    private static Query published() {
        return is("status", UseStatus.PUBLISHED.name());
    }

    private static Query awaitingReview() {
        return Query.of(q -> q.bool(bool -> bool.filter(is("status", UseStatus.DISCOVERED.name()), stillSighted())));
    }

    private static Query stillSighted() {
        return Query.of(q -> q.range(
                range -> range.number(number -> number.field("sightings").gt(0.0))));
    }

    private static Query is(String field, String value) {
        return Query.of(q -> q.term(term -> term.field(field).value(value)));
    }

    private static Query any(String field, Stream<String> values) {
        var wanted = values.map(FieldValue::of).toList();
        return Query.of(q -> q.terms(terms -> terms.field(field).terms(value -> value.value(wanted))));
    }

    private static Aggregation within(List<Query> filters, Aggregation counted) {
        return Aggregation.of(of ->
                of.filter(filter -> filter.bool(bool -> bool.filter(filters))).aggregations("values", counted));
    }

    private static Aggregation termsOf(String field, int size) {
        return Aggregation.of(of -> of.terms(terms -> terms.field(field).size(size)));
    }

    private static <T> List<StoryFacets.Facet<T>> values(@Nullable Aggregate counted, Function<String, T> read) {
        if (counted == null) {
            return List.of();
        }
        var terms = counted.isFilter() ? counted.filter().aggregations().get("values") : counted;
        // An empty index has no type of terms yet.
        return terms == null || !terms.isSterms()
                ? List.of()
                : terms.sterms().buckets().array().stream()
                        .map(bucket ->
                                new StoryFacets.Facet<>(read.apply(bucket.key().stringValue()), bucket.docCount()))
                        .toList();
    }

    private static long count(@Nullable Aggregate filtered) {
        return filtered == null ? 0 : filtered.filter().docCount();
    }

    private static double orZero(@Nullable Aggregate summed) {
        var value = summed == null ? null : summed.sum().value();
        return value == null ? 0 : value;
    }

    private static List<SortOptions> newestFirst() {
        return List.of(descending("publishedAt"), ascending("id"));
    }

    private static List<SortOptions> byMatch() {
        return List.of(
                SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))),
                descending("publishedAt"),
                ascending("id"));
    }

    private static SortOptions descending(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Desc)));
    }

    private static SortOptions ascending(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Asc)));
    }

    /** What stories can be narrowed by. */
    private enum FacetName {
        NONE(""),
        TYPE("story.type"),
        TOPIC("about.topics"),
        DATASET("datasets.id"),
        AREA("story.area.name");

        static final List<FacetName> FACETS = List.of(TYPE, TOPIC, DATASET, AREA);

        private final String field;

        FacetName(String field) {
            this.field = field;
        }
    }
}
