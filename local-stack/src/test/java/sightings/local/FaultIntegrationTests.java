package sightings.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sightings.event.Topic;

/**
 * Kills both services ten times each while a log is read, and compares every document with those of a run that nobody
 * disturbed. The world stands still in both runs, on the same ports. {@link WholeWayIntegrationTests} kills them twice in
 * every build.
 */
@Tag("faults")
class FaultIntegrationTests {

    @Test
    void tenKillsOfEachServiceChangeNoDocument() throws Exception {
        var ports = Town.ports();
        try (var client = HttpClient.newHttpClient()) {
            long accesses;
            SortedMap<String, String> undisturbed;
            try (var town = Town.found(ports);
                    var offsets = new Offsets(town.kafka())) {
                town.startShowcase();
                town.startIngest();
                undisturbed = new Documents(town.elasticsearch(), client).settled(offsets, Kills.QUIET);
                accesses = offsets.end(Topic.ACCESSES);
            }
            assertThat(undisturbed.keySet())
                    .as("the undisturbed run shows something of everything")
                    .anyMatch(id -> id.startsWith("uses/"))
                    .anyMatch(id -> id.startsWith("sightings/"))
                    .anyMatch(id -> id.startsWith("usage/"))
                    .anyMatch(id -> id.startsWith("datasets/"));
            try (var town = Town.found(ports);
                    var offsets = new Offsets(town.kafka())) {
                var disturbed = Kills.of(10).during(town, offsets, accesses, client);
                assertThat(disturbed.equals(undisturbed))
                        .as(() -> Documents.difference(undisturbed, disturbed))
                        .isTrue();
                System.out.println("faults: " + disturbed.size() + " documents are the same, byte for byte");
            }
        }
    }
}
