package sightings.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sightings.event.Topic;

/**
 * Kills both services at random moments while a log is read, and compares every document with those of a run that nobody
 * disturbed. The world stands still in both runs, on the same ports.
 */
class FaultIntegrationTests {

    private static final Duration QUIET = Duration.ofSeconds(10);

    @Test
    @Tag("faults")
    void twoKillsOfEachServiceChangeNoDocument() throws Exception {
        killsChangeNoDocument(2);
    }

    @Test
    @Tag("faults")
    void tenKillsOfEachServiceChangeNoDocument() throws Exception {
        killsChangeNoDocument(10);
    }

    private static void killsChangeNoDocument(int kills) throws Exception {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("faults: seed " + seed + " (repeat with -Dfaults.seed=" + seed + ")");
        var ports = Town.ports();
        try (var client = HttpClient.newHttpClient()) {
            long accesses;
            SortedMap<String, String> undisturbed;
            try (var town = Town.found(ports);
                    var offsets = new Offsets(town.kafka())) {
                undisturbed = undisturbed(town, offsets, client);
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
                disturb(town, offsets, accesses, strikes(kills, new Random(seed)));
                awaitSame(undisturbed, new Documents(town.elasticsearch(), client), offsets);
            }
        }
    }

    private static SortedMap<String, String> undisturbed(Town town, Offsets offsets, HttpClient client) {
        town.startShowcase();
        town.startIngest();
        Town.await("accesses are sent", () -> offsets.end(Topic.ACCESSES) > 0);
        return new Documents(town.elasticsearch(), client).settled(offsets, QUIET);
    }

    /** Which service is struck, and when: a fraction of all accesses. */
    private record Strike(String service, double when) {}

    private static List<Strike> strikes(int kills, Random random) {
        var services = new ArrayList<String>();
        services.addAll(Collections.nCopies(kills, "ingest"));
        services.addAll(Collections.nCopies(kills, "showcase"));
        Collections.shuffle(services, random);
        var moments = random.doubles(services.size(), 0.02, 0.9).sorted().iterator();
        return services.stream()
                .map(service -> new Strike(service, moments.next()))
                .toList();
    }

    private static void disturb(Town town, Offsets offsets, long accesses, List<Strike> strikes) {
        town.startShowcase();
        town.startIngest();
        for (var strike : strikes) {
            Town.await(
                    "the log is read to " + strike.when(),
                    () -> offsets.end(Topic.ACCESSES) >= strike.when() * accesses);
            System.out.println("faults: kill -9 " + strike.service() + " at " + offsets.end(Topic.ACCESSES) + " of "
                    + accesses + " accesses");
            town.kill(strike.service());
            town.startAgain(strike.service());
        }
    }

    private static void awaitSame(SortedMap<String, String> expected, Documents documents, Offsets offsets) {
        var actual = documents.settled(offsets, QUIET);
        assertThat(actual.equals(expected))
                .as(() -> Documents.difference(expected, actual))
                .isTrue();
        System.out.println("faults: " + actual.size() + " documents are the same, byte for byte");
    }
}
