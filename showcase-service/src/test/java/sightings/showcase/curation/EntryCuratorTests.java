package sightings.showcase.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightings.event.EntryEvent;
import sightings.event.EntryId;
import sightings.event.Outcome;
import sightings.event.PersonId;
import sightings.event.ProblemStatement;
import sightings.event.ProblemStatementClosed;
import sightings.event.ProblemStatementPublished;
import sightings.event.ProblemStatementReopened;
import sightings.event.ProblemStatementWithdrawn;
import sightings.event.ProblemStatementWritten;
import sightings.event.Texts;

/** Tests for {@link EntryCurator}. */
class EntryCuratorTests {

    private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
    private static final EntryId ENTRY = new EntryId("0193");
    private static final PersonId ITO = new PersonId("ito");

    private final EntryCurator curator = new EntryCurator(InstantSource.fixed(NOW));

    private final EntryNow draft = after(EntryNow.unwritten(ENTRY), write(0, "A"));
    private final EntryNow open = after(draft, new PublishProblemStatement(ENTRY, ITO, 1));
    private final EntryNow closed = after(open, new CloseProblemStatement(ENTRY, ITO, 2, Outcome.SOLVED, "built"));

    @Test
    void goesFromDraftToOpenToClosedAndBack() {
        assertThat(draft.status()).isEqualTo(EntryNow.Status.DRAFT);
        assertThat(open.status()).isEqualTo(EntryNow.Status.OPEN);
        assertThat(closed.status()).isEqualTo(EntryNow.Status.CLOSED);
        assertThat(after(closed, new ReopenProblemStatement(ENTRY, ITO, 3)).status())
                .isEqualTo(EntryNow.Status.OPEN);
        assertThat(after(open, new WithdrawProblemStatement(ENTRY, ITO, 2)).status())
                .isEqualTo(EntryNow.Status.DRAFT);
    }

    @Test
    void newTextOfOpenStatementLeavesItOpen() {
        assertThat(after(open, write(2, "B")).status()).isEqualTo(EntryNow.Status.OPEN);
    }

    @Test
    void refusesWhatDoesNotFitTheState() {
        assertThat(refused(new PublishProblemStatement(ENTRY, ITO, 2), open)).endsWith("publish-open");
        assertThat(refused(new PublishProblemStatement(ENTRY, ITO, 3), closed)).endsWith("publish-closed");
        assertThat(refused(new CloseProblemStatement(ENTRY, ITO, 1, Outcome.PARKED, null), draft))
                .endsWith("close-draft");
        assertThat(refused(new CloseProblemStatement(ENTRY, ITO, 3, Outcome.PARKED, null), closed))
                .endsWith("close-closed");
        assertThat(refused(new ReopenProblemStatement(ENTRY, ITO, 1), draft)).endsWith("reopen-draft");
        assertThat(refused(new ReopenProblemStatement(ENTRY, ITO, 2), open)).endsWith("reopen-open");
        assertThat(refused(new WithdrawProblemStatement(ENTRY, ITO, 1), draft)).endsWith("withdraw-draft");
        assertThat(refused(new PublishProblemStatement(ENTRY, ITO, 0), EntryNow.unwritten(ENTRY)))
                .endsWith("unwritten");
        assertThat(refused(new UndoEntryDecision(ENTRY, ITO, 1), draft)).endsWith("undo-nothing");
    }

    @Test
    void tellsPersonWhoLookedBeforeSomebodyDecided() {
        assertThat(curator.decide(write(1, "B"), open)).isEqualTo(new Verdict.Overtaken<EntryEvent>(1, 2));
    }

    @Test
    void undoesEachStep() {
        assertThat(undo(open)).isEqualTo(new ProblemStatementWithdrawn(ENTRY, ITO, 2, NOW));
        assertThat(undo(closed)).isEqualTo(new ProblemStatementReopened(ENTRY, ITO, 3, NOW));
        assertThat(undo(after(closed, new ReopenProblemStatement(ENTRY, ITO, 3))))
                .isEqualTo(new ProblemStatementClosed(ENTRY, ITO, 4, NOW, Outcome.SOLVED, "built"));
        assertThat(undo(after(open, new WithdrawProblemStatement(ENTRY, ITO, 2))))
                .isEqualTo(new ProblemStatementPublished(ENTRY, ITO, 3, NOW));
        assertThat(undo(after(open, write(2, "B"))))
                .isEqualTo(new ProblemStatementWritten(ENTRY, ITO, 3, NOW, statement("A")));
    }

    @Test
    void whatWasWithdrawnWhileClosedComesBackOpen() {
        assertThat(undo(after(closed, new WithdrawProblemStatement(ENTRY, ITO, 3))))
                .isEqualTo(new ProblemStatementPublished(ENTRY, ITO, 4, NOW));
    }

    private EntryEvent undo(EntryNow now) {
        return granted(new UndoEntryDecision(ENTRY, ITO, now.number()), now);
    }

    private EntryEvent granted(EntryCommand command, EntryNow now) {
        var verdict = curator.decide(command, now);
        assertThat(verdict).isInstanceOf(Verdict.Granted.class);
        return ((Verdict.Granted<EntryEvent>) verdict).event();
    }

    private String refused(EntryCommand command, EntryNow now) {
        var verdict = curator.decide(command, now);
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused<EntryEvent>) verdict).refusal().code();
    }

    private EntryNow after(EntryNow now, EntryCommand command) {
        var accepted = new ArrayList<>(now.accepted());
        accepted.add(granted(command, now));
        return new EntryNow(now.entry(), "A", now.number() + 1, accepted);
    }

    private static WriteProblemStatement write(int basedOn, String title) {
        return new WriteProblemStatement(ENTRY, ITO, basedOn, statement(title));
    }

    private static ProblemStatement statement(String title) {
        return new ProblemStatement(
                "PS-1",
                Texts.of("en", title),
                Texts.of("en", "C"),
                Texts.NONE,
                Texts.NONE,
                List.of(),
                List.of(),
                null,
                "Data team",
                null,
                "CC0-1.0",
                ProblemStatement.Difficulty.STARTER,
                null,
                null);
    }
}
