package sightings.showcase.sources;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Repository;
import sightings.event.SourceReported;
import sightings.showcase.index.Documents;

/** Asks Elasticsearch. */
@Repository
class ElasticsearchSources implements SourceQueries {

    private static final int MANY = 10_000;

    private final Documents documents;

    ElasticsearchSources(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<SourceReported> all() {
        return documents.list(SourceDocument.INDEX, search -> search.size(MANY)).stream()
                .map(SourceDocument::report)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted(Comparator.comparing(SourceReported::kind)
                        .thenComparing(SourceReported::title)
                        .thenComparing(report -> report.source().value()))
                .toList();
    }
}
