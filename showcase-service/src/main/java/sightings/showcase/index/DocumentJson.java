package sightings.showcase.index;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of documents: the same document is the same bytes, in every process and every replay. */
public final class DocumentJson {

    /** Fields in the order of the record; absent ones left out; what another release added is ignored. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            // What a document says of itself (isPublic, ...) is no part of it.
            .changeDefaultVisibility(seen -> seen.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
            .build();

    private DocumentJson() {}

    /** The document's bytes. */
    public static byte[] write(Object document) {
        return MAPPER.writeValueAsBytes(document);
    }
}
