package sightings.local.backup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sightings.event.Topic;

/**
 * Which topics of a broker a backup holds: the record, and what counting needs to go on where it was. That is its stores,
 * and the accesses that the checkpoints say were read, but that are not counted yet.
 */
final class KeptTopics {

    private static final Set<String> KEPT =
            Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toUnmodifiableSet());

    // Kafka Streams names the copies of its stores so; without them, open days would be counted from nothing.
    private static final String STORE = "-changelog";

    /** The consumer group that counts accesses: the application id of ingest's topology. */
    static final String COUNTING = "sightings-usage";

    private KeptTopics() {}

    /** Accesses are kept out, but for those that nobody has counted yet. */
    static boolean onlyUncounted(String name) {
        return name.equals(Topic.ACCESSES.topicName());
    }

    /** Checkpoints come first: see {@link Backup}. */
    static List<String> among(Set<String> names) {
        return names.stream()
                .filter(name -> KEPT.contains(name) || name.endsWith(STORE))
                .sorted(Comparator.comparing((String name) -> !name.equals(Topic.CHECKPOINTS.topicName()))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
