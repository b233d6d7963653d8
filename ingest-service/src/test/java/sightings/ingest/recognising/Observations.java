package sightings.ingest.recognising;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;

/** Observations as short as a test needs them. */
final class Observations {

    private Observations() {}

    static Observation file(String path, String text) {
        var url = "https://github.com/owner/name/blob/main/" + path;
        return observation(SubjectId.github(7), Subject.Kind.REPOSITORY, new Place(url, path, null), text, List.of());
    }

    static Observation article(String text, String... links) {
        var url = "https://news.example.org/post";
        return observation(
                new SubjectId("news.example.org/post"),
                Subject.Kind.ARTICLE,
                new Place(url, null, null),
                text,
                List.of(links));
    }

    private static Observation observation(
            SubjectId id, Subject.Kind kind, Place place, String text, List<String> links) {
        var subject = new Subject(id, kind, "Title", null, place.url(), null, null, null, null, List.of(), null);
        return new Observation(
                new SourceId("test"),
                place,
                subject,
                Instant.parse("2026-11-02T12:00:00Z"),
                nothing(),
                text,
                links,
                false);
    }

    private static @Nullable Instant nothing() {
        return null;
    }
}
