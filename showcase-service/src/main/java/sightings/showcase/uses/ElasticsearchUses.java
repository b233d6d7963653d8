package sightings.showcase.uses;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import sightings.dataset.DatasetId;
import sightings.event.UseType;
import sightings.evidence.Grade;
import sightings.evidence.Maker;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;
import sightings.showcase.index.Cursor;
import sightings.showcase.index.Documents;
import sightings.showcase.index.Page;
import sightings.showcase.index.Slice;
import sightings.showcase.index.TextSearch;
import sightings.showcase.index.Versioned;
import sightings.showcase.uses.StoryFacets.Facet;

/** Asks Elasticsearch. */
@Repository
class ElasticsearchUses implements UseQueries {

    private static final int ON_THE_MAP = 1_000;
    private static final int FACET_SIZE = 40;
    private static final int MANY = 10_000;
    /** More uses than that with others merged into them, by hand, are counted without what those add. */
    private static final int SURVIVORS = 1_000;

    private static final int TWINS = 5;
    private static final String DATASETS = "datasets.id";
    private static final List<UseStatus> OF_THEIR_OWN =
            List.of(UseStatus.DISCOVERED, UseStatus.PUBLISHED, UseStatus.REJECTED);

    private final Documents documents;

    ElasticsearchUses(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Page<UseDocument> stories(StoryFilter filter, int page, int size) {
        var query = query(filter, FacetName.NONE);
        return assembled(documents.page(
                UseDocument.INDEX,
                page,
                size,
                search -> search.query(query).sort(TextSearch.isAsked(filter.text()) ? byMatch() : newestFirst())));
    }

    @Override
    public StoryFacets facets(StoryFilter filter) {
        var using = using(filter.datasets());
        var found = documents.search(UseDocument.INDEX, search -> {
            search.query(textQuery(filter)).size(0);
            for (FacetName facet : FacetName.FACETS) {
                search.aggregations(
                        facet.name(), within(narrowed(filter, using, facet), termsOf(facet.field, FACET_SIZE)));
            }
            return search;
        });
        var facets = found.aggregations();
        var ofMembers = ofMembers(query(filter, FacetName.DATASET));
        return new StoryFacets(
                values(facets.get(FacetName.TYPE.name()), UseType::valueOf),
                values(facets.get(FacetName.TOPIC.name()), Function.identity()),
                sum(values(facets.get(FacetName.DATASET.name()), DatasetId::new), ofMembers),
                values(facets.get(FacetName.AREA.name()), Function.identity()));
    }

    @Override
    public Slice<UseDocument> storiesAfter(StoryFilter filter, @Nullable Cursor after, int size) {
        var query = query(filter, FacetName.NONE);
        var found = documents.slice(
                UseDocument.INDEX,
                after,
                size,
                search -> search.query(query).sort(descending("updatedAt"), ascending("id")));
        return new Slice<>(assembled(found.items()), found.next());
    }

    @Override
    public List<UseDocument> storiesWithPlace(StoryFilter filter) {
        var placed = Query.of(q -> q.bool(bool -> bool.filter(
                query(filter, FacetName.NONE), Query.of(has -> has.exists(e -> e.field("story.area.name"))))));
        return assembled(documents.list(
                UseDocument.INDEX,
                search -> search.query(placed).size(ON_THE_MAP).sort(newestFirst())));
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
                .map(dataset -> Query.of(q -> q.constantScore(same -> same.filter(is(DATASETS, dataset.value())))))
                .toList();
        var query = Query.of(q -> q.bool(bool -> bool.filter(published())
                .mustNot(is("id", story.id().value()))
                .should(shared)
                .minimumShouldMatch("1")));
        return assembled(documents.list(
                UseDocument.INDEX, search -> search.query(query).size(size).sort(byMatch())));
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
                                of -> of.terms(terms -> terms.field(DATASETS)
                                        .size(wanted.size())
                                        .include(include -> include.terms(wanted)))));
        var counts = new HashMap<DatasetId, Long>();
        values(found.aggregations().get("datasets"), DatasetId::new)
                .forEach(facet -> counts.put(facet.value(), facet.count()));
        ofMembers(published()).forEach((dataset, more) -> {
            if (datasets.contains(dataset)) {
                counts.merge(dataset, more, Long::sum);
            }
        });
        return counts;
    }

    @Override
    public List<DatasetUses> mostUsed(int size) {
        var found = documents.search(
                UseDocument.INDEX,
                search -> search.query(published()).size(0).aggregations("datasets", termsOf(DATASETS, size)));
        // What members add may lift a dataset from below the first ones.
        var counts = new HashMap<>(storiesOf(ofMembers(published()).keySet()));
        values(found.aggregations().get("datasets"), DatasetId::new)
                .forEach(facet -> counts.putIfAbsent(facet.value(), facet.count()));
        return counts.entrySet().stream()
                .map(each -> new DatasetUses(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(DatasetUses::published).reversed().thenComparing(DatasetUses::dataset))
                .limit(size)
                .toList();
    }

    @Override
    public List<PowerUser> powerUsers() {
        var byOrganisations = Query.of(q ->
                q.bool(bool -> bool.filter(published(), is("about.maker.kind", Maker.Kind.ORGANISATION.name()))));
        return PowerUsers.among(assembled(documents.list(
                UseDocument.INDEX,
                search -> search.query(byOrganisations).size(MANY).sort(newestFirst()))));
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
                        .aggregations("datasets", of -> of.cardinality(of2 -> of2.field(DATASETS))));
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
        return documents
                .get(UseDocument.INDEX, id.value())
                .map(found ->
                        new Versioned<>(assembled(List.of(found.document())).getFirst(), found.offset()));
    }

    @Override
    public Page<UseDocument> inbox(InboxFilter filter, int page, int size) {
        var narrow = new ArrayList<Query>();
        if (!filter.status().isEmpty()) {
            narrow.add(any("status", filter.status().stream().map(Enum::name)));
            if (!filter.status().contains(UseStatus.PUBLISHED)) {
                narrow.add(stillSighted());
            }
        } else {
            narrow.add(any("status", OF_THEIR_OWN.stream().map(Enum::name)));
        }
        if (filter.dataset() != null) {
            narrow.add(using(List.of(filter.dataset())));
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
        return inbox(narrow, filter.sort(), page, size);
    }

    /**
     * The index has each use's own score and times only. Those into which others were merged are few: they are put
     * together first, and then into their places among the others. A page is looked for no further up than they can move
     * it.
     */
    private Page<UseDocument> inbox(List<Query> narrow, InboxFilter.Sort sort, int page, int size) {
        var first = switch (sort) {
            case SCORE -> descending("score");
            case NEWEST -> descending("firstSeen");
            case RECENT -> descending("lastSeen");
        };
        var together = assembled(documents.list(
                UseDocument.INDEX,
                search -> search.query(q -> q.bool(bool -> bool.filter(narrow).filter(withMembers())))
                        .size(MANY)
                        .sort(ascending("id"))));
        int wanted = Math.clamp(page, 1, Math.max(1, Page.REACH / size));
        int from = (wanted - 1) * size;
        int begin = Math.max(0, from - together.size());
        var alone = documents.search(
                UseDocument.INDEX,
                search -> search.query(q -> q.bool(bool -> bool.filter(narrow).mustNot(withMembers())))
                        .from(begin)
                        .size(Math.min(from - begin + size, Page.REACH - begin))
                        .trackTotalHits(total -> total.enabled(true))
                        .sort(first, descending("firstSeen"), ascending("id")));
        var items = Stream.concat(
                        alone.hits().hits().stream().flatMap(hit -> Stream.ofNullable(hit.source())), together.stream())
                .sorted(order(sort))
                .skip(from - begin)
                .limit(size)
                .toList();
        return new Page<>(items, Documents.total(alone) + together.size(), wanted, size);
    }

    private static Comparator<UseDocument> order(InboxFilter.Sort sort) {
        Comparator<UseDocument> first = switch (sort) {
            case SCORE -> Comparator.comparing(UseDocument::score);
            case NEWEST -> Comparator.comparing(UseDocument::firstSeen);
            case RECENT -> Comparator.comparing(UseDocument::lastSeen);
        };
        return first.thenComparing(UseDocument::firstSeen)
                .reversed()
                .thenComparing(use -> use.id().value());
    }

    @Override
    public Optional<UseDocument> at(URI address) {
        var subject = SubjectId.web(address);
        var page = byId(UseId.of(subject)).map(Versioned::document);
        // A repository is known by its number; its page is one of its facts.
        return page.or(() -> documents
                .list(
                        UseDocument.INDEX,
                        search -> search.query(q -> q.matchPhrase(
                                        phrase -> phrase.field("about.url").query(address.toString())))
                                .size(TWINS))
                .stream()
                .filter(use -> isAt(use, subject))
                .findFirst()
                .flatMap(use -> byId(use.id()))
                .map(Versioned::document));
    }

    private static boolean isAt(UseDocument use, SubjectId subject) {
        try {
            return SubjectId.web(new URI(use.about().url())).value().equalsIgnoreCase(subject.value());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public List<SightingDocument> sightings(UseDocument use, int size) {
        var ids = Stream.concat(Stream.of(use.id()), use.members().stream()).map(UseId::value);
        var holding = Query.of(q -> q.bool(bool -> bool.filter(any("use", ids))
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

    @Override
    public List<UseDocument> twins(UseDocument use) {
        var atHomepage = Optional.ofNullable(use.runsAt()).flatMap(this::byId).map(Versioned::document).stream();
        var runningHere = documents
                .list(
                        UseDocument.INDEX,
                        search -> search.query(is("runsAt", use.id().value()))
                                .size(TWINS)
                                .sort(descending("score"), ascending("id")))
                .stream();
        return assembled(Stream.concat(atHomepage, runningHere)
                .filter(twin -> twin.status() == UseStatus.DISCOVERED || twin.status() == UseStatus.PUBLISHED)
                .toList());
    }

    /** Uses with the finds of their members. */
    private List<UseDocument> assembled(List<UseDocument> uses) {
        var members = documents.getAll(
                UseDocument.INDEX,
                uses.stream()
                        .flatMap(use -> use.members().stream())
                        .map(UseId::value)
                        .toList());
        return uses.stream()
                .map(use -> use.members().isEmpty()
                        ? use
                        : Assembly.of(
                                use,
                                use.members().stream()
                                        .flatMap(member -> Stream.ofNullable(members.get(member.value())))
                                        .toList()))
                .toList();
    }

    private Page<UseDocument> assembled(Page<UseDocument> found) {
        return new Page<>(assembled(found.items()), found.total(), found.number(), found.size());
    }

    /** Uses of any of these datasets, of their own or by a member. */
    private Query using(Collection<DatasetId> datasets) {
        var own = any(DATASETS, datasets.stream().map(DatasetId::value));
        if (datasets.isEmpty()) {
            return own;
        }
        var merged = documents.search(
                UseDocument.INDEX,
                search -> search.query(q -> q.bool(bool -> bool.filter(is("status", UseStatus.MERGED.name()), own)))
                        .size(0)
                        .aggregations("into", termsOf("into", MANY)));
        var survivors = values(merged.aggregations().get("into"), Function.identity()).stream()
                .map(Facet::value)
                .toList();
        return survivors.isEmpty()
                ? own
                : Query.of(q -> q.bool(
                        bool -> bool.should(own, any("id", survivors.stream())).minimumShouldMatch("1")));
    }

    /** How many of these uses have a dataset by a member only. */
    private Map<DatasetId, Long> ofMembers(Query uses) {
        var survivors = documents.list(
                UseDocument.INDEX,
                search -> search.query(q -> q.bool(bool -> bool.filter(uses, withMembers())))
                        .size(SURVIVORS));
        var counts = new TreeMap<DatasetId, Long>();
        var own = survivors.stream().collect(Collectors.toMap(UseDocument::id, UseDocument::datasetIds));
        for (var whole : assembled(survivors)) {
            whole.datasetIds().stream()
                    .filter(dataset -> !own.getOrDefault(whole.id(), List.of()).contains(dataset))
                    .forEach(dataset -> counts.merge(dataset, 1L, Long::sum));
        }
        return counts;
    }

    /** Counts with what members add to them, largest first. */
    private static List<Facet<DatasetId>> sum(List<Facet<DatasetId>> counted, Map<DatasetId, Long> more) {
        if (more.isEmpty()) {
            return counted;
        }
        var sums = new TreeMap<>(more);
        counted.forEach(facet -> sums.merge(facet.value(), facet.count(), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> new Facet<>(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparing((Facet<DatasetId> facet) -> -facet.count()))
                .limit(FACET_SIZE)
                .toList();
    }

    private Query query(StoryFilter filter, FacetName leftOut) {
        var using = using(leftOut == FacetName.DATASET ? List.of() : filter.datasets());
        return Query.of(q -> q.bool(bool -> bool.must(textQuery(filter)).filter(narrowed(filter, using, leftOut))));
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
    private static List<Query> narrowed(StoryFilter filter, Query using, FacetName leftOut) {
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
                .map(choice -> choice.getKey() == FacetName.DATASET
                        ? using
                        : any(choice.getKey().field, choice.getValue().stream()))
                .toList();
    }

    private static Query published() {
        return is("status", UseStatus.PUBLISHED.name());
    }

    private static Query awaitingReview() {
        return Query.of(q -> q.bool(bool -> bool.filter(is("status", UseStatus.DISCOVERED.name()), stillSighted())));
    }

    private static Query stillSighted() {
        var ofItsOwn = Query.of(q -> q.range(
                range -> range.number(number -> number.field("sightings").gt(0.0))));
        return Query.of(q -> q.bool(bool -> bool.should(ofItsOwn, withMembers()).minimumShouldMatch("1")));
    }

    private static Query withMembers() {
        return Query.of(q -> q.exists(has -> has.field("members")));
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

    private static <T> List<Facet<T>> values(@Nullable Aggregate counted, Function<String, T> read) {
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
        DATASET(DATASETS),
        AREA("story.area.name");

        static final List<FacetName> FACETS = List.of(TYPE, TOPIC, DATASET, AREA);

        private final String field;

        FacetName(String field) {
            this.field = field;
        }
    }
}
