package sightings.dataset;

/**
 * One way to get a dataset's data.
 *
 * @param format short name in capitals: {@code CSV}, {@code JSON}, {@code GEOJSON}, ...
 * @param url http or https address
 */
public record Download(String format, String url) {}
