package sightings.showcase.uses;

import static sightings.showcase.uses.ElasticsearchParts.any;
import static sightings.showcase.uses.ElasticsearchParts.published;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.LinkedHashMap;
import java.util.List;
import sightings.dataset.DatasetId;
import sightings.showcase.index.TextSearch;

/** Makes the questions that a story filter asks. */
final class ElasticsearchStorySearch {

    private ElasticsearchStorySearch() {}

    /**
     * Stories with these words and of this choice.
     * @param using those of the datasets in the filter, as {@link ElasticsearchWholeUses#using} finds them
     */
    static Query of(StoryFilter filter, Query using) {
        return of(filter, using, FacetName.NONE);
    }

    /** The same whatever was chosen of one facet. */
    static Query of(StoryFilter filter, Query using, FacetName leftOut) {
        return Query.of(q -> q.bool(bool -> bool.must(textQuery(filter)).filter(narrowed(filter, using, leftOut))));
    }

    /** Published stories with the words asked for, if any. */
    static Query textQuery(StoryFilter filter) {
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
    static List<Query> narrowed(StoryFilter filter, Query using, FacetName leftOut) {
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

    /** What stories can be narrowed by. */
    enum FacetName {
        NONE(""),
        TYPE("story.type"),
        TOPIC("about.topics"),
        DATASET(ElasticsearchParts.DATASETS),
        AREA("story.area.name");

        static final List<FacetName> FACETS = List.of(TYPE, TOPIC, DATASET, AREA);

        final String field;

        FacetName(String field) {
            this.field = field;
        }
    }
}
