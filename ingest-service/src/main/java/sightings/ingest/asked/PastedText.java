package sightings.ingest.asked;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.ingest.watching.ObservedText;

/** Makes of a text what a watcher would have sent of it. Pure. */
final class PastedText {

    /** The desk, as if it were a source. */
    static final SourceId DESK = new SourceId("desk");

    private static final String ADDRESS = "https://desk.invalid/pasted";

    private PastedText() {}

    /** @param path the file that it is from; null where it is none */
    static Observation observed(@Nullable String path, String raw, Instant now) {
        var text = ObservedText.of(raw);
        var subject = new Subject(
                new SubjectId("desk.invalid/pasted"),
                path == null ? Subject.Kind.ARTICLE : Subject.Kind.REPOSITORY,
                "",
                null,
                ADDRESS,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return new Observation(
                DESK, new Place(ADDRESS, path, null), subject, now, null, text.text(), List.of(), text.truncated());
    }
}
