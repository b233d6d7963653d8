package sightings.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a watcher saw at one place. Not yet a find: the recogniser decides. Its text is redacted before it is sent.
 *
 * @param source which watcher saw it
 * @param place where; its line is null
 * @param subject the thing that the place belongs to
 * @param seenAt when the watcher read it
 * @param publishedAt when it was written, where the source says so
 * @param text at most 512 KiB in UTF-8, without secrets
 * @param links addresses that markup carries outside the text
 * @param truncated whether the text was cut at the cap
 */
public record Observation(
        SourceId source,
        Place place,
        Subject subject,
        Instant seenAt,
        @Nullable Instant publishedAt,
        String text,
        List<String> links,
        boolean truncated) {

    public Observation {
        links = List.copyOf(links);
    }
}
