package sightings.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;
import sightings.local.world.World;

/** The {@code city.yml} of the sample city: a city's file like any other, with the world's addresses in it. */
final class SampleCityFile {

    private SampleCityFile() {}

    static CityFile write(Path folder, String site, World world) throws IOException {
        Path boundaries = folder.resolve("community-areas.geojson");
        try (InputStream content = resource("/sample-city/community-areas.geojson")) {
            Files.copy(content, boundaries, StandardCopyOption.REPLACE_EXISTING);
        }
        String feeds =
                world.feedAddresses().stream().map(feed -> '"' + feed + '"').collect(Collectors.joining(", "));
        Path file = folder.resolve("city.yml");
        Files.writeString(
                file,
                filled(Map.of(
                        "{site}", site,
                        "{portal}", world.portalAddress(),
                        "{logs}", world.logFolder().toString(),
                        "{github}", world.gitHubAddress(),
                        "{feeds}", feeds,
                        "{boundaries}", boundaries.toString())));
        return CityFile.read(file);
    }

    private static String filled(Map<String, String> values) throws IOException {
        try (InputStream template = resource("sample-city.yml")) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace(value.getKey(), value.getValue());
            }
            return text;
        }
    }

    private static InputStream resource(String name) {
        InputStream content = SampleCityFile.class.getResourceAsStream(name);
        if (content == null) {
            throw new IllegalStateException(name + " is missing from the launcher's jar");
        }
        return content;
    }
}
