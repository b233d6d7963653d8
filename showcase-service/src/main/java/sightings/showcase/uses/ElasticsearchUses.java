package sightings.showcase.uses;

import static sightings.showcase.uses.ElasticsearchParts.DATASETS;
import static sightings.showcase.uses.ElasticsearchParts.any;
import static sightings.showcase.uses.ElasticsearchParts.ascending;
import static sightings.showcase.uses.ElasticsearchParts.awaitingReview;
import static sightings.showcase.uses.ElasticsearchParts.byMatch;
import static sightings.showcase.uses.ElasticsearchParts.count;
import static sightings.showcase.uses.ElasticsearchParts.descending;
import static sightings.showcase.uses.ElasticsearchParts.is;
import static sightings.showcase.uses.ElasticsearchParts.newestFirst;
import static sightings.showcase.uses.ElasticsearchParts.orZero;
import static sightings.showcase.uses.ElasticsearchParts.published;
import static sightings.showcase.uses.ElasticsearchParts.termsOf;
import static sightings.showcase.uses.ElasticsearchParts.values;
import static sightings.showcase.uses.ElasticsearchParts.within;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import sightings.dataset.DatasetId;
import sightings.event.UseType;
import sightings.evidence.Maker;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;
import sightings.showcase.index.Cursor;
import sightings.showcase.index.Documents;
import sightings.showcase.index.Page;
import sightings.showcase.index.Slice;
import sightings.showcase.index.TextSearch;
import sightings.showcase.index.Versioned;
import sightings.showcase.uses.ElasticsearchStorySearch.FacetName;

/** Asks Elasticsearch. */
@Repository
class ElasticsearchUses implements UseQueries {

    private static final int ON_THE_MAP = 1_000;
    private static final int FACET_SIZE = 40;
    private static final int MANY = 10_000;
    private static final int TWINS = 5;
    private final Documents documents;
    private final ElasticsearchWholeUses whole;
    private final ElasticsearchInbox inbox;

    ElasticsearchUses(Documents documents) {
        this.documents = documents;
        this.whole = new ElasticsearchWholeUses(documents);
        this.inbox = new ElasticsearchInbox(documents, whole);
    }

    private Query query(StoryFilter filter) {
        return ElasticsearchStorySearch.of(filter, whole.using(filter.datasets()));
    }

    @Override
    public Page<UseDocument> stories(StoryFilter filter, int page, int size) {
        var query = query(filter);
        return whole.of(documents.page(
                UseDocument.INDEX,
                page,
                size,
                search -> search.query(query).sort(TextSearch.isAsked(filter.text()) ? byMatch() : newestFirst())));
    }

    @Override
    public StoryFacets facets(StoryFilter filter) {
        var using = whole.using(filter.datasets());
        var found = documents.search(UseDocument.INDEX, search -> {
            search.query(ElasticsearchStorySearch.textQuery(filter)).size(0);
            for (FacetName facet : FacetName.FACETS) {
                search.aggregations(
                        facet.name(),
                        within(
                                ElasticsearchStorySearch.narrowed(filter, using, facet),
                                termsOf(facet.field, FACET_SIZE)));
            }
            return search;
        });
        var facets = found.aggregations();
        var ofMembers = whole.ofMembers(ElasticsearchStorySearch.of(filter, using, FacetName.DATASET));
        return new StoryFacets(
                values(facets.get(FacetName.TYPE.name()), UseType::valueOf),
                values(facets.get(FacetName.TOPIC.name()), Function.identity()),
                ElasticsearchWholeUses.sum(
                        values(facets.get(FacetName.DATASET.name()), DatasetId::new), ofMembers, FACET_SIZE),
                values(facets.get(FacetName.AREA.name()), Function.identity()));
    }

    @Override
    public Slice<UseDocument> storiesAfter(StoryFilter filter, @Nullable Cursor after, int size) {
        var query = query(filter);
        var found = documents.slice(
                UseDocument.INDEX,
                after,
                size,
                search -> search.query(query).sort(descending("updatedAt"), ascending("id")));
        return new Slice<>(whole.of(found.items()), found.next());
    }

    @Override
    public List<UseDocument> storiesWithPlace(StoryFilter filter) {
        var placed = Query.of(q -> q.bool(bool ->
                bool.filter(query(filter), Query.of(has -> has.exists(e -> e.field("story.area.name"))))));
        return whole.of(documents.list(
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
        return whole.of(documents.list(
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
        whole.ofMembers(published()).forEach((dataset, more) -> {
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
        var counts = new HashMap<>(storiesOf(whole.ofMembers(published()).keySet()));
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
        return PowerUsers.among(whole.of(documents.list(
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
                        new Versioned<>(whole.of(List.of(found.document())).getFirst(), found.offset()));
    }

    @Override
    public Page<UseDocument> inbox(InboxFilter filter, int page, int size) {
        return inbox.page(filter, page, size);
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
        return whole.of(Stream.concat(atHomepage, runningHere)
                .filter(twin -> twin.status() == UseStatus.DISCOVERED || twin.status() == UseStatus.PUBLISHED)
                .toList());
    }
}
