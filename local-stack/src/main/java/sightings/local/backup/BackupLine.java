package sightings.local.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a backup: first {@link Begin}, then all records, then {@link End}, without which the file is cut off. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BackupLine.Begin.class, name = "begin"),
    @JsonSubTypes.Type(value = BackupLine.Saved.class, name = "record"),
    @JsonSubTypes.Type(value = BackupLine.End.class, name = "end")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface BackupLine {

    /** The version of this format; a later one may not be readable here. */
    int VERSION = 1;

    /**
     * What follows.
     * @param version of the format
     * @param taken when it was written
     * @param topics all topics, also those without a record
     */
    record Begin(int version, Instant taken, List<SavedTopic> topics) implements BackupLine {

        public Begin {
            topics = List.copyOf(topics);
        }
    }

    /**
     * A topic as it must be made again.
     * @param name at the broker
     * @param partitions how many
     * @param settings what differs from the broker's own
     */
    record SavedTopic(String name, int partitions, Map<String, String> settings) {

        public SavedTopic {
            settings = Map.copyOf(settings);
        }
    }

    /**
     * One record; key and value are text where they are UTF-8, else Base64, and missing where they are null.
     * @param topic its topic
     * @param partition its partition, which its key alone does not tell
     * @param timestamp when it was sent
     * @param key the key as text
     * @param key64 the key in Base64
     * @param value the value as text
     * @param value64 the value in Base64
     * @param headers the headers in their order
     */
    record Saved(
            String topic,
            int partition,
            long timestamp,
            @Nullable String key,
            @Nullable String key64,
            @Nullable String value,
            @Nullable String value64,
            List<SavedHeader> headers)
            implements BackupLine {

        public Saved {
            headers = List.copyOf(headers);
        }
    }

    /**
     * One header.
     * @param name may stand there more than once
     * @param value the value as text
     * @param value64 the value in Base64
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SavedHeader(
            String name, @Nullable String value, @Nullable String value64) {}

    /**
     * The file is whole.
     * @param records how many there are
     */
    record End(long records) implements BackupLine {}
}
