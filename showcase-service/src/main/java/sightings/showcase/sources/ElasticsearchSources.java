package sightings.showcase.sources;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import sightings.event.SourceReported;
import sightings.evidence.SourceId;
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

    @Override
    public LogFiles files(SourceId source, int newest) {
        var found = documents.search(
                LogFileDocument.INDEX,
                search -> search.query(
                                of -> of.term(term -> term.field("source").value(source.value())))
                        .sort(by -> by.field(field -> field.field("changed").order(SortOrder.Desc)))
                        .sort(by -> by.field(field -> field.field("name").order(SortOrder.Desc)))
                        .size(newest)
                        .trackTotalHits(total -> total.enabled(true))
                        .aggregations(Stream.of("read", "accepted", "filtered", "rejected")
                                .collect(Collectors.toMap(
                                        field -> field,
                                        field -> Aggregation.of(of -> of.sum(sum -> sum.field(field)))))));
        var shown = found.hits().hits().stream()
                .map(Hit::source)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return new LogFiles(
                shown,
                Documents.total(found) - shown.size(),
                new LogFiles.Lines(
                        rest(found, shown, "read", LogFileDocument::read),
                        rest(found, shown, "accepted", LogFileDocument::accepted),
                        rest(found, shown, "filtered", LogFileDocument::filtered),
                        rest(found, shown, "rejected", LogFileDocument::rejected)));
    }

    /** What all have and those that are shown have not. */
    private static long rest(
            SearchResponse<LogFileDocument> found,
            List<LogFileDocument> shown,
            String field,
            ToLongFunction<LogFileDocument> count) {
        var sum = found.aggregations().get(field);
        var value = sum == null ? null : sum.sum().value();
        return (value == null ? 0 : Math.round(value))
                - shown.stream().mapToLong(count).sum();
    }
}
