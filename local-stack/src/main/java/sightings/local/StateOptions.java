package sightings.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which city is meant, and where its data is. */
final class StateOptions {

    @Option(
            names = "--city",
            paramLabel = "FILE",
            description = "A city's own city.yml. Without it: city.yml of the current folder, else the sample city.")
    @Nullable
    Path city;

    @Option(names = "--sample", description = "The sample city, even where the current folder has a city.yml.")
    boolean sample;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "Where the data is kept; also SIGHTINGS_STATE."
                    + " Default: a folder for each city in ~/.sightings, for root in /var/lib/sightings.")
    @Nullable
    Path state;

    /** The city's file; empty for the sample city. */
    Optional<CityFile> cityFile() throws IOException {
        Path here = Path.of("city.yml");
        if (sample || (city == null && Files.notExists(here))) {
            return Optional.empty();
        }
        return Optional.of(CityFile.read(city == null ? here : city));
    }

    /** The city's data. */
    State state(Optional<CityFile> file) throws IOException {
        String owner = file.map(named -> "the city " + named.name()).orElse("the sample city");
        String name = file.map(CityFile::folderName).orElse("sample");
        return State.of(folder(name), owner);
    }

    private Path folder(String name) {
        if (state != null) {
            return state;
        }
        String variable = System.getenv("SIGHTINGS_STATE");
        return variable == null || variable.isBlank() ? State.base().resolve(name) : Path.of(variable);
    }
}
