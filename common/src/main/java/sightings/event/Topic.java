package sightings.event;

import java.util.Map;
import java.util.TreeMap;

/**
 * The topics of Sightings. Partition counts are never changed in place: a key would move and its order be lost.
 * Compacted topics say {@code retention.ms=-1} so that no broker default takes what is kept for ever.
 */
public enum Topic {
    /** The whole state of each dataset, a record that closes each harvest, what came of each change. Key: dataset id. */
    CATALOGUE("catalogue", 1, compacted()),
    /** The last text of each place, or that it is gone, and when it was confirmed. Key: the place's address. A tombstone takes it 180 days after that. */
    OBSERVATIONS("observations", 12, compacted(Map.of("max.message.bytes", "4194304"))),
    /** Sightings and the staff's decisions on the same use, in one order. Key: use id and event id. */
    USES("uses", 12, compacted()),
    /** Requests for datasets, those of a visitor's day in one partition. Key: pseudonym of the first one's visitor. Gone 3 days after sending. */
    ACCESSES("accesses", 12, deleted(3)),
    /** All counts of a dataset's day under one profile. Key: dataset, day, profile, import part. */
    USAGE("usage", 12, compacted()),
    /** Edits and decisions of what staff write. Key: entry id and event id. */
    ENTRIES("entries", 12, compacted()),
    /** Who agreed to be named, staff included. Key: person id. A tombstone purges. */
    PEOPLE("people", 1, compacted()),
    /** How far each source has been read, and how its last round went, what its visitors miss, and who calls. Key: source and part. */
    CHECKPOINTS("checkpoints", 12, compacted()),
    /** What staff ask of the watching side. Key: what it is about and event id; of what is to be done now, the last one. */
    INSTRUCTIONS("instructions", 1, compacted()),
    /** The random salt of each log day. Key: the day. A tombstone destroys it within the hour. */
    SALTS("salts", 1, compacted(Map.of("max.compaction.lag.ms", "3600000", "delete.retention.ms", "3600000")));

    private final String topicName;
    private final int partitions;
    private final Map<String, String> settings;

    Topic(String topicName, int partitions, Map<String, String> settings) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.settings = settings;
    }

    /** The topic's name at the broker. */
    public String topicName() {
        return topicName;
    }

    /** The name of the topic that takes this one's unreadable records. */
    public String deadLetterName() {
        return topicName + ".dlt";
    }

    /** How many partitions it has, for ever. */
    public int partitions() {
        return partitions;
    }

    /** The broker's settings of it. */
    public Map<String, String> settings() {
        return settings;
    }

    /** The broker's settings of its dead letters: kept 90 days, those of accesses 3. */
    public Map<String, String> deadLetterSettings() {
        return deleted(this == ACCESSES ? 3 : 90);
    }

    private static Map<String, String> compacted() {
        return compacted(Map.of());
    }

    private static Map<String, String> compacted(Map<String, String> more) {
        var settings = new TreeMap<>(Map.of("cleanup.policy", "compact", "retention.ms", "-1"));
        settings.putAll(more);
        return Map.copyOf(settings);
    }

    private static Map<String, String> deleted(int days) {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(days * 86_400_000L));
    }
}
