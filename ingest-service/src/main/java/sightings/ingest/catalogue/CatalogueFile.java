package sightings.ingest.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sightings.dataset.Dataset;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A catalogue read from a file for the command line.
 *
 * @param catalogue its datasets
 * @param wrong what could not be read, in words, with the line where lines are counted
 */
public record CatalogueFile(Catalogue catalogue, List<String> wrong) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public CatalogueFile {
        wrong = List.copyOf(wrong);
    }

    /**
     * Reads JSON lines, each one result of Socrata's Discovery API.
     *
     * @param file where it is
     * @param portals the portal's hosts, the main one first
     * @param today the day on which its references count as first seen
     */
    public static CatalogueFile read(Path file, List<String> portals, LocalDate today) throws IOException {
        var datasets = new ArrayList<Dataset>();
        var wrong = new ArrayList<String>();
        var entries =
                new SocrataEntries(new PortalHosts(portals.getFirst(), portals.subList(1, portals.size())), today);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    switch (entries.read(JSON.readTree(line))) {
                        case PortalEntry.Described(Dataset dataset) -> datasets.add(dataset);
                        case PortalEntry.Broken(String reason) -> wrong.add("line " + number + ": " + reason);
                    }
                } catch (JacksonException e) {
                    wrong.add("line " + number + ": not JSON");
                }
            }
        }
        return new CatalogueFile(Catalogue.of(Set.copyOf(datasets)), wrong);
    }
}
