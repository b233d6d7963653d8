package sightings.local;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import sightings.event.Topic;

/**
 * Kills of both services at random moments while a log is read; a seed that is printed repeats them.
 *
 * @param strikes in the order of their moments
 */
record Kills(List<Strike> strikes) {

    static final Duration QUIET = Duration.ofSeconds(12);

    /** Which service is struck, and when: a fraction of all records of accesses. */
    record Strike(String service, double when) {}

    /** So many kills of each service. */
    static Kills of(int each) {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("faults: seed " + seed + " (repeat with -Dfaults.seed=" + seed + ")");
        var random = new Random(seed);
        var services = new ArrayList<String>();
        services.addAll(Collections.nCopies(each, "ingest"));
        services.addAll(Collections.nCopies(each, "showcase"));
        Collections.shuffle(services, random);
        var moments = random.doubles(services.size(), 0.02, 0.9).sorted().iterator();
        return new Kills(services.stream()
                .map(service -> new Strike(service, moments.next()))
                .toList());
    }

    /**
     * Starts both services in a town that has none, strikes them, and gives all documents once nothing moves any more.
     *
     * @param records how many of accesses an undisturbed run sends
     */
    SortedMap<String, String> during(Town town, Offsets offsets, long records, HttpClient client) {
        town.startShowcase();
        town.startIngest();
        for (var strike : strikes) {
            Town.await(
                    "the log is read to " + strike.when(),
                    () -> offsets.end(Topic.ACCESSES) >= strike.when() * records);
            System.out.println("faults: kill -9 " + strike.service() + " at " + offsets.end(Topic.ACCESSES) + " of "
                    + records + " records of accesses");
            town.kill(strike.service());
            town.startAgain(strike.service());
        }
        // A service that still starts is as quiet as one that has done its work.
        town.awaitReady();
        return new Documents(town.elasticsearch(), client).settled(offsets, QUIET);
    }
}
