package sightings.showcase.curation;

import java.time.Instant;
import java.time.InstantSource;
import sightings.event.EntryEvent;
import sightings.event.ProblemStatementClosed;
import sightings.event.ProblemStatementPublished;
import sightings.event.ProblemStatementReopened;
import sightings.event.ProblemStatementWithdrawn;
import sightings.event.ProblemStatementWritten;

/** Knows what staff may do with a problem statement, and what is the opposite of what they did. */
public final class EntryCurator {

    private final InstantSource clock;

    public EntryCurator(InstantSource clock) {
        this.clock = clock;
    }

    /** Decides on what a person asks for. */
    public Verdict<EntryEvent> decide(EntryCommand command, EntryNow now) {
        if (command.basedOn() != now.number()) {
            return new Verdict.Overtaken<>(command.basedOn(), now.number());
        }
        if (now.status() == EntryNow.Status.UNWRITTEN && !(command instanceof WriteProblemStatement)) {
            return new Verdict.Refused<>(
                    Refusal.of("statement.unwritten", now.entry().value()));
        }
        return switch (command) {
            case WriteProblemStatement write ->
                granted(new ProblemStatementWritten(
                        now.entry(), write.by(), write.basedOn(), clock.instant(), write.statement()));
            case PublishProblemStatement publish -> publish(publish, now);
            case CloseProblemStatement close -> close(close, now);
            case ReopenProblemStatement reopen -> reopen(reopen, now);
            case WithdrawProblemStatement withdraw -> withdraw(withdraw, now);
            case UndoEntryDecision undo -> undo(undo, now);
        };
    }

    private Verdict<EntryEvent> publish(PublishProblemStatement publish, EntryNow now) {
        return switch (now.status()) {
            case OPEN -> refused("statement.publish-open", now);
            case CLOSED -> refused("statement.publish-closed", now);
            case DRAFT, UNWRITTEN ->
                granted(new ProblemStatementPublished(now.entry(), publish.by(), publish.basedOn(), clock.instant()));
        };
    }

    private Verdict<EntryEvent> close(CloseProblemStatement close, EntryNow now) {
        return switch (now.status()) {
            case CLOSED -> refused("statement.close-closed", now);
            case DRAFT, UNWRITTEN -> refused("statement.close-draft", now.title());
            case OPEN ->
                granted(new ProblemStatementClosed(
                        now.entry(), close.by(), close.basedOn(), clock.instant(), close.outcome(), close.note()));
        };
    }

    private Verdict<EntryEvent> reopen(ReopenProblemStatement reopen, EntryNow now) {
        return switch (now.status()) {
            case CLOSED ->
                granted(new ProblemStatementReopened(now.entry(), reopen.by(), reopen.basedOn(), clock.instant()));
            case OPEN -> refused("statement.reopen-open", now.title());
            case DRAFT, UNWRITTEN -> refused("statement.reopen-draft", now.title());
        };
    }

    private Verdict<EntryEvent> withdraw(WithdrawProblemStatement withdraw, EntryNow now) {
        return switch (now.status()) {
            case OPEN, CLOSED ->
                granted(new ProblemStatementWithdrawn(now.entry(), withdraw.by(), withdraw.basedOn(), clock.instant()));
            case DRAFT, UNWRITTEN -> refused("statement.withdraw-draft", now.title());
        };
    }

    /** The opposite event leads to the state before the last one; a first draft has no state before it. */
    private Verdict<EntryEvent> undo(UndoEntryDecision undo, EntryNow now) {
        var before = now.before();
        if (before.status() == EntryNow.Status.UNWRITTEN) {
            return refused("statement.undo-nothing", now.title());
        }
        var entry = now.entry();
        var by = undo.by();
        int basedOn = undo.basedOn();
        var time = clock.instant();
        if (now.last().orElseThrow() instanceof ProblemStatementWritten) {
            var earlier = before.last(ProblemStatementWritten.class).orElseThrow();
            return granted(new ProblemStatementWritten(entry, by, basedOn, time, earlier.statement()));
        }
        return switch (before.status()) {
            case UNWRITTEN, DRAFT -> granted(new ProblemStatementWithdrawn(entry, by, basedOn, time));
            case OPEN ->
                granted(
                        now.status() == EntryNow.Status.CLOSED
                                ? new ProblemStatementReopened(entry, by, basedOn, time)
                                : new ProblemStatementPublished(entry, by, basedOn, time));
            case CLOSED ->
                // A draft cannot be closed: what was withdrawn while closed comes back open.
                granted(
                        now.status() == EntryNow.Status.OPEN
                                ? closedAgain(before, undo, time)
                                : new ProblemStatementPublished(entry, by, basedOn, time));
        };
    }

    private static ProblemStatementClosed closedAgain(EntryNow before, UndoEntryDecision undo, Instant time) {
        var closing = before.last(ProblemStatementClosed.class).orElseThrow();
        return new ProblemStatementClosed(
                before.entry(), undo.by(), undo.basedOn(), time, closing.outcome(), closing.note());
    }

    private static Verdict<EntryEvent> granted(EntryEvent event) {
        return new Verdict.Granted<>(event);
    }

    private static Verdict<EntryEvent> refused(String code, String title) {
        return new Verdict.Refused<>(Refusal.of(code, title));
    }

    private static Verdict<EntryEvent> refused(String code, EntryNow now) {
        var last = now.last().orElseThrow();
        return new Verdict.Refused<>(Refusal.of(code, now.title(), last.by(), last.time()));
    }
}
