package sightings.showcase.uses;

import static sightings.showcase.uses.ElasticsearchParts.DATASETS;
import static sightings.showcase.uses.ElasticsearchParts.any;
import static sightings.showcase.uses.ElasticsearchParts.is;
import static sightings.showcase.uses.ElasticsearchParts.termsOf;
import static sightings.showcase.uses.ElasticsearchParts.values;
import static sightings.showcase.uses.ElasticsearchParts.withMembers;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sightings.dataset.DatasetId;
import sightings.evidence.UseId;
import sightings.showcase.index.Documents;
import sightings.showcase.index.Page;
import sightings.showcase.uses.StoryFacets.Facet;

/**
 * Puts uses together with those that were merged into them. In the index each stands for itself; those with members are few,
 * so that they are read besides.
 */
final class ElasticsearchWholeUses {

    private static final int MANY = 10_000;
    /** More uses than that with others merged into them, by hand, are counted without what those add. */
    private static final int SURVIVORS = 1_000;

    private final Documents documents;

    ElasticsearchWholeUses(Documents documents) {
        this.documents = documents;
    }

    /** Uses with the finds of their members. */
    List<UseDocument> of(List<UseDocument> uses) {
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

    /** A page of them. */
    Page<UseDocument> of(Page<UseDocument> found) {
        return new Page<>(of(found.items()), found.total(), found.number(), found.size());
    }

    /** Uses of any of these datasets, of their own or by a member. */
    Query using(Collection<DatasetId> datasets) {
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
    Map<DatasetId, Long> ofMembers(Query uses) {
        var survivors = documents.list(
                UseDocument.INDEX,
                search -> search.query(q -> q.bool(bool -> bool.filter(uses, withMembers())))
                        .size(SURVIVORS));
        var counts = new TreeMap<DatasetId, Long>();
        var own = survivors.stream().collect(Collectors.toMap(UseDocument::id, UseDocument::datasetIds));
        for (var whole : of(survivors)) {
            whole.datasetIds().stream()
                    .filter(dataset -> !own.getOrDefault(whole.id(), List.of()).contains(dataset))
                    .forEach(dataset -> counts.merge(dataset, 1L, Long::sum));
        }
        return counts;
    }

    /** Counts with what members add to them, the largest first and no more than so many. */
    static List<Facet<DatasetId>> sum(List<Facet<DatasetId>> counted, Map<DatasetId, Long> more, int most) {
        if (more.isEmpty()) {
            return counted;
        }
        var sums = new TreeMap<>(more);
        counted.forEach(facet -> sums.merge(facet.value(), facet.count(), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> new Facet<>(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparing((Facet<DatasetId> facet) -> -facet.count()))
                .limit(most)
                .toList();
    }
}
