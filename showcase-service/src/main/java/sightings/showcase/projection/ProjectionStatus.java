package sightings.showcase.projection;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How current the documents are: for health, and for pages to say so when the numbers are old. */
public interface ProjectionStatus {

    /** How it is now. */
    Snapshot now();

    /**
     * How all projections are at one moment.
     *
     * @param engines what is away, in words for staff; null while Kafka and Elasticsearch answer
     * @param behind how long documents have not been known to be current; zero while they are
     * @param stopped projections that stopped at an event that this release cannot read
     * @param building a rebuild under way; null where there is none
     */
    record Snapshot(
            @Nullable String engines,
            Duration behind,
            List<Stopped> stopped,
            @Nullable Building building) {

        public Snapshot {
            stopped = List.copyOf(stopped);
        }
    }

    /**
     * A projection that stopped rather than skip an event.
     *
     * @param projection its topic
     * @param where the record, such as {@code uses-3@1042}
     * @param reason what could not be read
     */
    record Stopped(String projection, String where, String reason) {}

    /**
     * A rebuild beside the live index.
     *
     * @param generation its name
     * @param done events that are in it
     * @param total events that were there when it began
     */
    record Building(String generation, long done, long total) {}
}
