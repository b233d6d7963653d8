package sightings.local.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a dataset of the sample city: facts only.
 *
 * @param id four by four characters
 * @param name its title
 * @param category the portal's category
 * @param tags the portal's tags
 * @param owner department that publishes it
 * @param frequency how often it is said to change
 * @param createdAt day, ISO
 * @param updatedAt instant, ISO
 * @param columns names of columns, at most 60
 * @param columnCount how many there are
 * @param link its page at the portal
 * @param licence as the portal names it
 * @param views how often its page was seen until 2022; only its rank matters here
 * @param type dataset or calendar
 * @param seen which catalogue listed it: {@code 2022}, {@code 2013}, or only an {@code address} that links it
 */
record CityDataset(
        String id,
        String name,
        @Nullable String category,
        @Nullable List<String> tags,
        String owner,
        @Nullable String frequency,
        @Nullable String createdAt,
        String updatedAt,
        @Nullable List<String> columns,
        int columnCount,
        String link,
        @Nullable String licence,
        long views,
        String type,
        String seen) {

    /** One line in our own words; the portal's descriptions are not ours to copy. */
    String description() {
        var size = columnCount == 0 ? "A dataset" : columnCount == 1 ? "1 column" : columnCount + " columns";
        var rhythm = frequency == null ? "" : ", update frequency: " + frequency.replaceAll("\\.$", "");
        return size + rhythm + ", published by " + owner + ".";
    }

    List<String> tagList() {
        return tags == null ? List.of() : tags;
    }

    List<String> columnList() {
        return columns == null ? List.of() : columns;
    }
}
