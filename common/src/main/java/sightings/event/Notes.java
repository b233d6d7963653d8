package sightings.event;

import java.util.List;
import sightings.evidence.Said;

/**
 * What a source tells staff, one thing after the other.
 *
 * @param all what they read, in this order
 */
public record Notes(List<Said> all) {

    public Notes {
        all = List.copyOf(all);
    }
}
