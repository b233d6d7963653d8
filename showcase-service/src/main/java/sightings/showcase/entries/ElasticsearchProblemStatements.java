package sightings.showcase.entries;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import sightings.dataset.DatasetId;
import sightings.event.EntryId;
import sightings.showcase.index.Cursor;
import sightings.showcase.index.Documents;
import sightings.showcase.index.Page;
import sightings.showcase.index.Slice;
import sightings.showcase.index.TextSearch;
import sightings.showcase.index.Versioned;

/** Asks Elasticsearch. */
@Repository
class ElasticsearchProblemStatements implements ProblemStatementQueries {

    private static final int TOPICS = 100;
    private static final Query PUBLISHED = any(
            "status",
            Stream.of(EntryStatus.values()).filter(EntryStatus::isPublic).map(Enum::name));

    private final Documents documents;

    ElasticsearchProblemStatements(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Page<ProblemStatementDocument> published(ProblemStatementFilter filter, int page, int size) {
        return documents.page(
                ProblemStatementDocument.INDEX,
                page,
                size,
                search -> search.query(query(filter, List.of(PUBLISHED)))
                        .sort(
                                TextSearch.isAsked(filter.text())
                                        ? List.of(
                                                SortOptions.of(
                                                        sort -> sort.score(score -> score.order(SortOrder.Desc))),
                                                ascending("statement.number"))
                                        : List.of(
                                                descending("status"), ascending("statement.number"), ascending("id"))));
    }

    @Override
    public List<Topic> topics() {
        var found = documents.search(
                ProblemStatementDocument.INDEX,
                search -> search.query(PUBLISHED)
                        .size(0)
                        .aggregations(
                                "topics",
                                of -> of.terms(
                                        terms -> terms.field("statement.topics").size(TOPICS))));
        var topics = found.aggregations().get("topics");
        return topics == null || !topics.isSterms()
                ? List.of()
                : topics.sterms().buckets().array().stream()
                        .map(bucket -> new Topic(bucket.key().stringValue(), bucket.docCount()))
                        .toList();
    }

    @Override
    public Slice<ProblemStatementDocument> publishedAfter(
            ProblemStatementFilter filter, @Nullable Cursor after, int size) {
        return documents.slice(
                ProblemStatementDocument.INDEX,
                after,
                size,
                search ->
                        search.query(query(filter, List.of(PUBLISHED))).sort(descending("updatedAt"), ascending("id")));
    }

    @Override
    public Optional<ProblemStatementDocument> published(String numberOrId) {
        var named = Query.of(q -> q.bool(bool -> bool.filter(PUBLISHED)
                .should(is("statement.number", numberOrId), is("id", numberOrId))
                .minimumShouldMatch("1")));
        return documents
                .list(
                        ProblemStatementDocument.INDEX,
                        search -> search.query(named).size(1).sort(ascending("publishedAt"), ascending("id")))
                .stream()
                .findFirst();
    }

    @Override
    public long open() {
        return Documents.total(documents.search(
                ProblemStatementDocument.INDEX,
                search -> search.query(is("status", EntryStatus.OPEN.name()))
                        .size(0)
                        .trackTotalHits(total -> total.enabled(true))));
    }

    @Override
    public Optional<Versioned<ProblemStatementDocument>> byId(EntryId id) {
        return documents.get(ProblemStatementDocument.INDEX, id.value());
    }

    @Override
    public Page<ProblemStatementDocument> all(ProblemStatementFilter filter, int page, int size) {
        return documents.page(
                ProblemStatementDocument.INDEX,
                page,
                size,
                search -> search.query(query(filter, List.of())).sort(descending("updatedAt"), ascending("id")));
    }

    @Override
    public boolean isTaken(String number) {
        return !documents
                .list(
                        ProblemStatementDocument.INDEX,
                        search -> search.query(is("statement.number", number)).size(1))
                .isEmpty();
    }

    @Override
    public Optional<String> highestNumber(String prefix) {
        var numbered = Query.of(q -> q.prefix(
                begins -> begins.field("statement.number").value(prefix).caseInsensitive(true)));
        return documents
                .list(
                        ProblemStatementDocument.INDEX,
                        search -> search.query(numbered).size(1).sort(descending("statement.number")))
                .stream()
                .findFirst()
                .map(document -> document.statement().number());
    }

    private static Query query(ProblemStatementFilter filter, List<Query> base) {
        var narrow = new ArrayList<>(base);
        add(narrow, "statement.topics", filter.topics().stream());
        add(narrow, "statement.datasets", filter.datasets().stream().map(DatasetId::value));
        add(narrow, "statement.difficulty", filter.difficulties().stream().map(Enum::name));
        add(narrow, "status", filter.status().stream().map(Enum::name));
        var text = filter.text();
        if (text == null || !TextSearch.isAsked(text)) {
            return Query.of(q -> q.bool(bool -> bool.filter(narrow)));
        }
        // The tag goes into a field's name: nothing but a language may.
        var read = filter.language().matches("[a-z]{2,3}") ? filter.language() : "en";
        var fields = List.of(
                "statement.number^10",
                "statement.title." + read + "^9",
                "statement.title.*^6",
                "statement.challenge." + read + "^4",
                "statement.challenge.*^3",
                "statement.why.*",
                "statement.vision.*");
        return Query.of(q -> q.bool(bool -> bool.filter(narrow).must(TextSearch.of(text, fields))));
    }

    private static void add(List<Query> narrow, String field, Stream<String> values) {
        var wanted = values.toList();
        if (!wanted.isEmpty()) {
            narrow.add(any(field, wanted.stream()));
        }
    }

    private static Query is(String field, String value) {
        return Query.of(q -> q.term(term -> term.field(field).value(value)));
    }

    private static Query any(String field, Stream<String> values) {
        var wanted = values.map(FieldValue::of).toList();
        return Query.of(q -> q.terms(terms -> terms.field(field).terms(value -> value.value(wanted))));
    }

    private static SortOptions descending(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Desc)));
    }

    private static SortOptions ascending(String field) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Asc)));
    }
}
