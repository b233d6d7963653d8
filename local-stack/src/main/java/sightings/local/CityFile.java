package sightings.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * As much of a {@code city.yml} as the launcher must know; the services check all of it.
 * @param path the file
 * @param name the city's name
 * @param site the public address, if it is given
 */
record CityFile(Path path, String name, Optional<String> site) {

    static CityFile read(Path path) throws IOException {
        if (Files.notExists(path)) {
            throw new Refused("There is no file " + path + ". The README shows what a city.yml looks like.");
        }
        try (Reader reader = Files.newBufferedReader(path)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (content instanceof Map<?, ?> keys && keys.get("city") instanceof Map<?, ?> city) {
                return new CityFile(path.toAbsolutePath(), name(path, city), text(city.get("site")));
            }
        } catch (YAMLException unreadable) {
            throw new Refused(path + " is not readable as YAML: " + unreadable.getMessage());
        }
        throw new Refused(path + ": everything belongs under the key city, and that is missing.");
    }

    private static String name(Path path, Map<?, ?> city) {
        return text(city.get("name"))
                .orElseThrow(
                        () -> new Refused(path + ": city.name is missing; give the city's name, such as Chicago."));
    }

    private static Optional<String> text(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? Optional.empty() : Optional.of(value.toString());
    }

    /** The folder that it is in. */
    Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "A file is in a folder");
    }

    /** What its data folder is called. */
    String folderName() {
        return "city-" + name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
