package sightings.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sightings.event.Topic;
import sightings.event.UsageCounted;
import sightings.local.world.WorldSettings;

/**
 * Kills both services at random moments while a log is read, and compares every document with those of a run that nobody
 * disturbed; then empties Elasticsearch and compares them once more. The world stands still in both runs, on the same ports.
 */
class KillIntegrationTests {

    @Test
    void twoKillsOfEachServiceAndAnEmptyElasticsearchChangeNoDocument() throws Exception {
        assertNothingChangedBy(2, 9);
    }

    @Test
    @Tag("faults")
    void tenKillsOfEachServiceAndAnEmptyElasticsearchChangeNoDocument() throws Exception {
        assertNothingChangedBy(10, WorldSettings.WEEKS);
    }

    private static void assertNothingChangedBy(int kills, int weeks) throws Exception {
        var ports = Town.ports();
        try (var client = HttpClient.newHttpClient()) {
            long records;
            SortedMap<String, String> undisturbed;
            try (var town = Town.found(ports, weeks);
                    var offsets = new Offsets(town.kafka())) {
                town.startShowcase();
                town.startIngest();
                undisturbed = new Documents(town.elasticsearch(), client).settled(offsets, Kills.QUIET);
                records = offsets.end(Topic.ACCESSES);
            }
            assertSomethingOfEverything(undisturbed);
            try (var town = Town.found(ports, weeks);
                    var offsets = new Offsets(town.kafka())) {
                var disturbed = Kills.of(kills).during(town, offsets, records, client);
                assertThat(disturbed.equals(undisturbed))
                        .as(() -> Documents.difference(undisturbed, disturbed))
                        .isTrue();
                System.out.println("faults: " + disturbed.size() + " documents are the same, byte for byte");
                town.stop("showcase");
                town.wipeElasticsearch();
                assertThat(new Documents(town.elasticsearch(), client).all()).isEmpty();
                town.startShowcase();
                new Documents(town.elasticsearch(), client).awaitSame(undisturbed);
            }
        }
    }

    private static void assertSomethingOfEverything(SortedMap<String, String> documents) {
        assertThat(documents.keySet())
                .anyMatch(id -> id.startsWith("uses/"))
                .anyMatch(id -> id.startsWith("sightings/"))
                .anyMatch(id -> id.startsWith("usage/"))
                .anyMatch(id -> id.startsWith("datasets/"));
        for (var profile : List.of(UsageCounted.COUNTER_RD, UsageCounted.DOWNLOADS)) {
            assertThat(documents.values())
                    .as("there are counts under both profiles")
                    .anyMatch(document -> document.contains("\"profile\":\"" + profile + "\""));
        }
    }
}
