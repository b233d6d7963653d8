package sightings.showcase.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.showcase.projection.Samples.ITO;
import static sightings.showcase.projection.Samples.NOON;
import static sightings.showcase.projection.Samples.written;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightings.event.EntryEvent;
import sightings.event.EntryId;
import sightings.event.Outcome;
import sightings.event.ProblemStatementClosed;
import sightings.event.ProblemStatementPublished;
import sightings.event.ProblemStatementReopened;
import sightings.event.ProblemStatementWithdrawn;
import sightings.showcase.entries.EntryStatus;
import sightings.showcase.entries.EntryStep;
import sightings.showcase.entries.ProblemStatementDocument;

/** Tests for {@link EntryFold}. */
class EntryFoldTests {

    private static final EntryId ENTRY = new EntryId("e-1");

    @Test
    void startsAsADraft() {
        var document = fold(written("e-1", "PS-2026-001", 0));

        assertThat(document.status()).isEqualTo(EntryStatus.DRAFT);
        assertThat(document.decision()).isOne();
    }

    @Test
    void goesThroughItsWholeLife() {
        var document = fold(
                written("e-1", "PS-2026-001", 0),
                new ProblemStatementPublished(ENTRY, ITO, 1, NOON),
                new ProblemStatementClosed(ENTRY, ITO, 2, NOON, Outcome.SOLVED, "A team built it."),
                new ProblemStatementReopened(ENTRY, ITO, 3, NOON),
                new ProblemStatementWithdrawn(ENTRY, ITO, 4, NOON));

        assertThat(document.status()).isEqualTo(EntryStatus.DRAFT);
        assertThat(document.decision()).isEqualTo(5);
        assertThat(document.outcome()).isNull();
        assertThat(document.publishedAt()).isNull();
        assertThat(document.steps()).allMatch(EntryStep::accepted);
    }

    @Test
    void staysPublishedWhenItsTextChanges() {
        var document = fold(
                written("e-1", "PS-2026-001", 0),
                new ProblemStatementPublished(ENTRY, ITO, 1, NOON),
                written("e-1", "PS-2026-001", 2));

        assertThat(document.status()).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void refusesTheSecondOfTwoOnTheSameState() {
        var document = fold(
                written("e-1", "PS-2026-001", 0),
                new ProblemStatementPublished(ENTRY, ITO, 1, NOON),
                written("e-1", "PS-2026-009", 1));

        assertThat(document.statement().number()).isEqualTo("PS-2026-001");
        assertThat(document.steps().getLast().refusal()).contains("was published on 2026-11-02");
    }

    @Test
    void refusesToCloseADraft() {
        var document = fold(
                written("e-1", "PS-2026-001", 0),
                new ProblemStatementClosed(ENTRY, ITO, 1, NOON, Outcome.SOLVED, null));

        assertThat(document.steps().getLast().refusal()).contains("is not open");
    }

    private static ProblemStatementDocument fold(EntryEvent... events) {
        @Nullable ProblemStatementDocument document = null;
        for (int i = 0; i < events.length; i++) {
            document = EntryFold.apply(document, events[i], "event-" + i);
        }
        return Objects.requireNonNull(document);
    }
}
