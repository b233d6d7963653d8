package sightings.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Said;
import sightings.evidence.SourceId;

/**
 * A place is no longer there: its page, file or repository is gone. It takes the place of the last observation; a
 * tombstone takes both 180 days later. A place that comes back is observed again.
 *
 * @param source which watcher found it gone
 * @param place its address, as in the observation
 * @param reason how that shows, for staff; ends the sentence "The place is gone: ..."
 * @param time when the watcher was sure
 * @param said the reason by its code; null where it has none
 */
public record PlaceGone(
        SourceId source,
        String place,
        String reason,
        Instant time,
        @Nullable Said said) implements Event {

    /** For this reason. */
    public PlaceGone(SourceId source, String place, Said reason, Instant time) {
        this(source, place, reason.text(), time, reason);
    }

    @Override
    public Topic topic() {
        return Topic.OBSERVATIONS;
    }

    @Override
    public String subject() {
        return place;
    }
}
