package sightings.ingest.asked;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import sightings.event.Instruction;

/**
 * Which instruction about each subject stands: the latest, in whatever order and however often they are heard. The topic
 * is heard again from its beginning after trouble with the broker, and nothing old may take effect again then.
 */
final class Standing {

    private final Map<String, Instant> latest = new HashMap<>();

    /** Whether the instruction stands, being no older than any heard before about the same subject. */
    boolean take(Instruction instruction) {
        return latest.merge(instruction.subject(), instruction.time(), (a, b) -> a.isAfter(b) ? a : b)
                .equals(instruction.time());
    }
}
