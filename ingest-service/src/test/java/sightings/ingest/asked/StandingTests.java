package sightings.ingest.asked;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import sightings.event.PersonId;
import sightings.event.SourcePaused;
import sightings.event.SourceResumed;
import sightings.evidence.SourceId;

/** Tests for {@link Standing}. */
class StandingTests {

    private static final PersonId STAFF = new PersonId("p-1");
    private static final SourceId GITHUB = new SourceId("github");

    private final Standing standing = new Standing();

    @Test
    void doesNotHeedAnOlderInstructionThatIsHeardAgain() {
        var paused = new SourcePaused(GITHUB, STAFF, Instant.parse("2026-11-20T10:00:00Z"));
        var resumed = new SourceResumed(GITHUB, STAFF, Instant.parse("2026-11-20T11:00:00Z"));

        assertThat(standing.take(paused)).isTrue();
        assertThat(standing.take(resumed)).isTrue();
        assertThat(standing.take(paused)).isFalse();
        assertThat(standing.take(resumed)).isTrue();
    }

    @Test
    void keepsSubjectsApart() {
        var late = new SourcePaused(GITHUB, STAFF, Instant.parse("2026-11-20T10:00:00Z"));
        var early = new SourcePaused(new SourceId("feed:x"), STAFF, Instant.parse("2026-11-01T10:00:00Z"));

        assertThat(standing.take(late)).isTrue();
        assertThat(standing.take(early)).isTrue();
    }
}
