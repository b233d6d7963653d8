package sightings.ingest.watching;

import java.util.Map;
import java.util.Optional;

/** How far each part of one source has been read. Always the last state that the broker confirmed. */
public interface Checkpoints {

    /** The state of this part; empty where it was never committed. */
    Optional<Map<String, String>> of(String part);

    /** The states of all parts, by part. */
    Map<String, Map<String, String>> all();
}
