package sightings.showcase.projection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.event.EntryEvent;
import sightings.event.Outcome;
import sightings.event.ProblemStatement;
import sightings.event.ProblemStatementClosed;
import sightings.event.ProblemStatementPublished;
import sightings.event.ProblemStatementReopened;
import sightings.event.ProblemStatementWithdrawn;
import sightings.event.ProblemStatementWritten;
import sightings.showcase.entries.EntryStatus;
import sightings.showcase.entries.EntryStep;
import sightings.showcase.entries.ProblemStatementDocument;

/**
 * Folds the events of one problem statement into its document. Pure. As with uses, an event takes effect only where it is
 * based on the last accepted one and its step is possible; else it is kept as refused.
 */
final class EntryFold {

    private EntryFold() {}

    /** The document after the event; null where nothing was written yet. */
    static @Nullable ProblemStatementDocument apply(
            @Nullable ProblemStatementDocument document, EntryEvent event, String id) {
        if (document == null) {
            // Anything else has nothing to stand on: there is no text.
            return event instanceof ProblemStatementWritten written && written.basedOn() == 0
                    ? new ProblemStatementDocument(
                            written.entry(),
                            written.statement(),
                            EntryStatus.DRAFT,
                            1,
                            null,
                            null,
                            null,
                            written.time(),
                            List.of(step(written, id, 1, null)))
                    : null;
        }
        var refusal = refusal(document, event);
        var steps = new ArrayList<>(document.steps());
        int number = refusal == null ? document.decision() + 1 : document.decision();
        steps.add(step(event, id, number, refusal));
        if (refusal != null) {
            return with(
                    document,
                    document.statement(),
                    document.status(),
                    document.decision(),
                    document.outcome(),
                    document.note(),
                    document.publishedAt(),
                    document.updatedAt(),
                    steps);
        }
        var statement = event instanceof ProblemStatementWritten written ? written.statement() : document.statement();
        var status = switch (event) {
            case ProblemStatementWritten _ -> document.status();
            case ProblemStatementPublished _, ProblemStatementReopened _ -> EntryStatus.OPEN;
            case ProblemStatementClosed _ -> EntryStatus.CLOSED;
            case ProblemStatementWithdrawn _ -> EntryStatus.DRAFT;
        };
        boolean stays = event instanceof ProblemStatementWritten;
        var closed = event instanceof ProblemStatementClosed closing ? closing : null;
        var outcome = closed != null ? closed.outcome() : stays ? document.outcome() : null;
        var note = closed != null ? closed.note() : stays ? document.note() : null;
        var publishedAt = switch (event) {
            case ProblemStatementPublished published -> published.time();
            case ProblemStatementWithdrawn _ -> null;
            case ProblemStatementWritten _, ProblemStatementClosed _, ProblemStatementReopened _ ->
                document.publishedAt();
        };
        return with(document, statement, status, number, outcome, note, publishedAt, event.time(), steps);
    }

    private static @Nullable String refusal(ProblemStatementDocument document, EntryEvent event) {
        var name = "Problem statement " + document.statement().number();
        if (event.basedOn() != document.decision()) {
            var last = document.steps().reversed().stream()
                    .filter(EntryStep::accepted)
                    .findFirst();
            return last.map(step -> name + " was " + words(step.action()) + " on "
                            + step.time().atOffset(ZoneOffset.UTC).toLocalDate()
                            + ", after it was looked at; look at it again and decide on what is there now.")
                    .orElse(name + " has no version " + event.basedOn() + "; look at it again.");
        }
        return switch (event) {
            case ProblemStatementWritten _ -> null;
            case ProblemStatementPublished _ ->
                document.status() == EntryStatus.DRAFT
                        ? null
                        : name + " is already published; change its text instead.";
            case ProblemStatementClosed _ ->
                document.status() == EntryStatus.OPEN ? null : name + " is not open, so it cannot be closed.";
            case ProblemStatementReopened _ ->
                document.status() == EntryStatus.CLOSED
                        ? null
                        : name + " is not closed, so there is nothing to reopen.";
            case ProblemStatementWithdrawn _ ->
                document.status().isPublic() ? null : name + " is not published, so there is nothing to withdraw.";
        };
    }

    private static String words(EntryStep.Action action) {
        return switch (action) {
            case WRITTEN -> "changed";
            case PUBLISHED -> "published";
            case CLOSED -> "closed";
            case REOPENED -> "reopened";
            case WITHDRAWN -> "withdrawn";
        };
    }

    private static EntryStep step(EntryEvent event, String id, int number, @Nullable String refusal) {
        var action = switch (event) {
            case ProblemStatementWritten _ -> EntryStep.Action.WRITTEN;
            case ProblemStatementPublished _ -> EntryStep.Action.PUBLISHED;
            case ProblemStatementClosed _ -> EntryStep.Action.CLOSED;
            case ProblemStatementReopened _ -> EntryStep.Action.REOPENED;
            case ProblemStatementWithdrawn _ -> EntryStep.Action.WITHDRAWN;
        };
        var closed = event instanceof ProblemStatementClosed closing ? closing : null;
        return new EntryStep(
                number,
                action,
                event.by(),
                event.time(),
                event.basedOn(),
                refusal,
                closed == null ? null : closed.outcome(),
                closed == null ? null : closed.note(),
                event instanceof ProblemStatementWritten written ? written.statement() : null,
                id);
    }

    private static ProblemStatementDocument with(
            ProblemStatementDocument document,
            ProblemStatement statement,
            EntryStatus status,
            int decision,
            @Nullable Outcome outcome,
            @Nullable String note,
            @Nullable Instant publishedAt,
            Instant updatedAt,
            List<EntryStep> steps) {
        return new ProblemStatementDocument(
                document.id(), statement, status, decision, outcome, note, publishedAt, updatedAt, steps);
    }
}
