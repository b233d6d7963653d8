package sightings.local.world;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the sample city's staff tell of a use that the watchers will find.
 *
 * @param repository full name of the repository that is the use, or the host of the site that is
 * @param area community area
 * @param lat degrees north
 * @param lon degrees east
 * @param datasets ids
 * @param texts the other fields of the desk's form: titles, summaries, bodies, type
 */
record SampleStory(
        String repository,
        String area,
        double lat,
        double lon,
        List<String> datasets,
        @JsonAnySetter Map<String, String> texts) {

    /** Whether it tells of a site, which the access log alone shows. */
    boolean isOfASite() {
        return !repository.contains("/");
    }

    /** The fields of the desk's form. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<>(texts);
        fields.put("area", area);
        fields.put("lat", Double.toString(lat));
        fields.put("lon", Double.toString(lon));
        fields.put("datasets", String.join("; ", datasets));
        return fields;
    }
}
