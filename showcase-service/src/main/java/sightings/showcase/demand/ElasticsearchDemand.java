package sightings.showcase.demand;

import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import sightings.event.DemandSeen;
import sightings.showcase.index.Documents;

/** Asks Elasticsearch. */
@Repository
class ElasticsearchDemand implements DemandQueries {

    private static final int MANY = 10_000;

    private final Documents documents;

    ElasticsearchDemand(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<DemandSeen> all() {
        return documents
                .list(
                        DemandDocument.INDEX,
                        search -> search.size(MANY)
                                .sort(by -> by.field(
                                        field -> field.field("seen.lastDay").order(SortOrder.Desc))))
                .stream()
                .flatMap(document -> Optional.ofNullable(document.seen()).stream())
                .toList();
    }
}
