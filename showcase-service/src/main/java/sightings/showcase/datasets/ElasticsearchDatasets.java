package sightings.showcase.datasets;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import sightings.dataset.DatasetId;
import sightings.showcase.index.Documents;
import sightings.showcase.index.Page;
import sightings.showcase.index.TextSearch;
import sightings.showcase.index.Versioned;

/** Asks Elasticsearch. */
@Repository
class ElasticsearchDatasets implements DatasetQueries {

    private static final int CATEGORIES = 200;
    private static final List<String> FIELDS = List.of(
            "dataset.title^6",
            "dataset.title.beginnings^3",
            "dataset.keywords^2",
            "dataset.publisher",
            "dataset.description");
    private static final Query PRESENT = Query.of(q -> q.exists(exists -> exists.field("dataset.title")));

    private final Documents documents;

    ElasticsearchDatasets(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Optional<DatasetDocument> byId(DatasetId id) {
        return documents
                .get(DatasetDocument.INDEX, id.value())
                .map(Versioned::document)
                .filter(document -> !document.isGone());
    }

    @Override
    public Map<DatasetId, DatasetDocument> byIds(Collection<DatasetId> ids) {
        var found = new LinkedHashMap<DatasetId, DatasetDocument>();
        documents
                .getAll(
                        DatasetDocument.INDEX,
                        ids.stream().map(DatasetId::value).toList())
                .values()
                .forEach(document -> {
                    if (!document.isGone()) {
                        found.put(document.id(), document);
                    }
                });
        return found;
    }

    @Override
    public Page<DatasetDocument> search(@Nullable String text, @Nullable String category, int page, int size) {
        var narrow = new ArrayList<Query>();
        narrow.add(PRESENT);
        if (category != null && !category.isBlank()) {
            narrow.add(
                    Query.of(q -> q.term(term -> term.field("dataset.category").value(category))));
        }
        var byTitle = SortOptions.of(
                sort -> sort.field(field -> field.field("dataset.title.sort").order(SortOrder.Asc)));
        var byMatch = SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)));
        var byId = SortOptions.of(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)));
        if (text == null || !TextSearch.isAsked(text)) {
            return documents.page(
                    DatasetDocument.INDEX,
                    page,
                    size,
                    search -> search.query(q -> q.bool(bool -> bool.filter(narrow)))
                            .sort(byTitle, byId));
        }
        return documents.page(
                DatasetDocument.INDEX,
                page,
                size,
                search -> search.query(q -> q.bool(bool -> bool.filter(narrow)
                                .must(q2 -> q2.bool(either -> either.should(
                                                TextSearch.of(text, FIELDS),
                                                Query.of(q3 -> q3.term(
                                                        term -> term.field("id").value(text.strip()))))
                                        .minimumShouldMatch("1")))))
                        .sort(byMatch, byTitle, byId));
    }

    @Override
    public List<Category> categories() {
        var found = documents.search(
                DatasetDocument.INDEX,
                search -> search.query(PRESENT)
                        .size(0)
                        .aggregations(
                                "categories",
                                of -> of.terms(
                                        terms -> terms.field("dataset.category").size(CATEGORIES))));
        var categories = found.aggregations().get("categories");
        return categories == null || !categories.isSterms()
                ? List.of()
                : categories.sterms().buckets().array().stream()
                        .map(bucket -> new Category(bucket.key().stringValue(), bucket.docCount()))
                        .sorted(Comparator.comparing(Category::name))
                        .toList();
    }

    @Override
    public long count() {
        return Documents.total(documents.search(
                DatasetDocument.INDEX,
                search -> search.query(PRESENT).size(0).trackTotalHits(total -> total.enabled(true))));
    }
}
