package sightings.local.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that the folder {@code sample-city} says.
 *
 * @param datasets by id, in the order of their ids
 * @param repositories by full name
 * @param articles in the order of their file
 * @param referrers sites in the log
 */
record SampleCity(
        Map<String, CityDataset> datasets,
        Map<String, CityRepository> repositories,
        List<Article> articles,
        List<Referrer> referrers) {

    /** Host that people link to. */
    static final String HOST = "data.cityofchicago.org";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static SampleCity load() {
        var datasets = new LinkedHashMap<String, CityDataset>();
        lines("catalogue.jsonl", CityDataset.class).forEach(dataset -> datasets.put(dataset.id(), dataset));
        var repositories = new LinkedHashMap<String, CityRepository>();
        lines("repositories.jsonl", CityRepository.class).forEach(found -> repositories.put(found.name(), found));
        return new SampleCity(
                datasets,
                repositories,
                lines("articles.jsonl", Article.class),
                lines("referrers.jsonl", Referrer.class));
    }

    private static <T> List<T> lines(String name, Class<T> type) {
        try (var reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> JSON.readValue(line, type))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read sample-city/" + name, e);
        }
    }

    /** What the sample's staff tell. */
    static List<SampleStory> stories() {
        return lines("stories.jsonl", SampleStory.class);
    }

    /** All of one of the sample's files. */
    static byte[] bytes(String name) {
        try (var stream = open(name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read sample-city/" + name, e);
        }
    }

    /** One of the sample's files as it stands. */
    static InputStream open(String name) {
        var stream = SampleCity.class.getResourceAsStream("/sample-city/" + name);
        if (stream == null) {
            throw new IllegalStateException("sample-city/" + name + " is not on the class path");
        }
        return stream;
    }
}
