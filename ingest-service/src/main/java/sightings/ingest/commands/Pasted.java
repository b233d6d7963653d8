package sightings.ingest.commands;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;

/** Makes observations of texts that no watcher saw. */
final class Pasted {

    private static final SourceId SOURCE = new SourceId("command");

    private Pasted() {}

    /**
     * The text as if a watcher had seen it there.
     *
     * @param path the file of a repository; null for a text that is none, which is read as prose
     */
    static Observation text(String where, @Nullable String path, String text, boolean cut) {
        var place = new Place(where, path, null);
        var subject = new Subject(
                new SubjectId(where),
                path == null ? Subject.Kind.ARTICLE : Subject.Kind.REPOSITORY,
                where,
                null,
                where,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return new Observation(SOURCE, place, subject, Instant.EPOCH, null, text, List.of(), cut);
    }
}
