package sightings.showcase.instructions;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import sightings.dataset.DatasetId;
import sightings.showcase.index.Documents;
import sightings.showcase.instructions.InstructionDocument.Act;

/** Asks Elasticsearch. */
@Repository
class ElasticsearchInstructions implements InstructionQueries {

    private static final int MANY = 10_000;

    private final Documents documents;

    ElasticsearchInstructions(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Instructions aboutSubjects(Collection<String> subjects) {
        return new Instructions(
                subjects.isEmpty()
                        ? List.of()
                        : documents.list(
                                InstructionDocument.INDEX,
                                search -> search.query(any("about", subjects))
                                        .size(MANY)
                                        .sort(newest("time"))));
    }

    @Override
    public Instructions aboutSources() {
        return new Instructions(documents.list(
                InstructionDocument.INDEX,
                search -> search.query(q -> q.exists(any -> any.field("source")))
                        .size(MANY)
                        .sort(newest("time"))));
    }

    @Override
    public Instructions aboutWanted() {
        var acts = Stream.of(Act.DEMAND_SET_ASIDE, Act.DEMAND_TAKEN_UP, Act.ALIAS_ADDED, Act.ALIAS_REMOVED)
                .map(Enum::name)
                .toList();
        return new Instructions(documents.list(
                InstructionDocument.INDEX,
                search -> search.query(any("act", acts)).size(MANY).sort(newest("time"))));
    }

    @Override
    public Instructions about(Collection<DatasetId> datasets) {
        var ids = datasets.stream().map(DatasetId::value).toList();
        return new Instructions(
                ids.isEmpty()
                        ? List.of()
                        : documents.list(
                                InstructionDocument.INDEX,
                                search -> search.query(any("dataset", ids))
                                        .size(MANY)
                                        .sort(newest("time"))));
    }

    @Override
    public Revisions revisions(Collection<String> aliases) {
        return aliases.isEmpty()
                ? new Revisions(List.of())
                : revisions(
                        search -> search.query(any("revised.aliases", aliases)).size(MANY));
    }

    @Override
    public Revisions lastRevisions(int size) {
        return revisions(search -> search.size(size));
    }

    private Revisions revisions(UnaryOperator<SearchRequest.Builder> asked) {
        return new Revisions(
                documents
                        .list(
                                RevisionDocument.INDEX,
                                search -> asked.apply(search).sort(newest("revised.time")))
                        .stream()
                        .map(RevisionDocument::revised)
                        .toList());
    }

    @Override
    public boolean isFound(String key) {
        return !documents
                .list(
                        InstructionDocument.INDEX,
                        search -> search.size(1)
                                .query(q -> q.term(term -> term.field("id").value(key))))
                .isEmpty();
    }

    private static Query any(String field, Collection<String> values) {
        var wanted = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(terms -> terms.field(field).terms(value -> value.value(wanted))));
    }

    private static SortOptions newest(String field) {
        return SortOptions.of(sort -> sort.field(of -> of.field(field).order(SortOrder.Desc)));
    }
}
