package sightings.showcase.instructions;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import org.springframework.stereotype.Repository;
import sightings.showcase.index.Documents;

/** Asks Elasticsearch. */
@Repository
class ElasticsearchInstructions implements InstructionQueries {

    private static final int MANY = 10_000;

    private final Documents documents;

    ElasticsearchInstructions(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Instructions instructions() {
        return new Instructions(documents.list(
                InstructionDocument.INDEX, search -> search.size(MANY).sort(newest("time"))));
    }

    @Override
    public Revisions revisions() {
        return new Revisions(
                documents
                        .list(
                                RevisionDocument.INDEX,
                                search -> search.size(MANY).sort(newest("revised.time")))
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

    private static SortOptions newest(String field) {
        return SortOptions.of(sort -> sort.field(of -> of.field(field).order(SortOrder.Desc)));
    }
}
