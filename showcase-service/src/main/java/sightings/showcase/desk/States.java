package sightings.showcase.desk;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightings.event.EntryEvent;
import sightings.event.Outcome;
import sightings.event.ProblemStatementClosed;
import sightings.event.ProblemStatementPublished;
import sightings.event.ProblemStatementReopened;
import sightings.event.ProblemStatementWithdrawn;
import sightings.event.ProblemStatementWritten;
import sightings.event.RejectReason;
import sightings.event.UseAbsorbed;
import sightings.event.UseDecision;
import sightings.event.UseMerged;
import sightings.event.UsePublished;
import sightings.event.UseRejected;
import sightings.event.UseReleased;
import sightings.event.UseReopened;
import sightings.event.UseSplit;
import sightings.event.UseWithdrawn;
import sightings.evidence.UseId;
import sightings.showcase.curation.EntryNow;
import sightings.showcase.curation.UseNow;
import sightings.showcase.entries.EntryStep;
import sightings.showcase.entries.ProblemStatementDocument;
import sightings.showcase.uses.Decided;
import sightings.showcase.uses.UseDocument;

/** Turns documents into the states that the curation rules decide on. */
final class States {

    private States() {}

    static UseNow of(UseDocument use) {
        var accepted = use.decisions().stream()
                .filter(Decided::accepted)
                .map(step -> decision(use, step))
                .toList();
        return new UseNow(use.id(), title(use), use.decision(), accepted);
    }

    /** What people call it: the published title where there is one. */
    static String title(UseDocument use) {
        var story = use.story();
        return use.isPublic() && story != null
                ? story.title().in("en")
                : use.about().title();
    }

    static EntryNow of(ProblemStatementDocument entry) {
        var accepted = entry.steps().stream()
                .filter(EntryStep::accepted)
                .flatMap(step -> event(entry, step))
                .toList();
        return new EntryNow(entry.id(), entry.statement().title().in("en"), entry.decision(), List.copyOf(accepted));
    }

    private static UseDecision decision(UseDocument use, Decided step) {
        return switch (step.action()) {
            case PUBLISHED ->
                new UsePublished(
                        use.id(), step.by(), step.basedOn(), step.time(), Objects.requireNonNull(step.story()));
            case REJECTED ->
                new UseRejected(
                        use.id(),
                        step.by(),
                        step.basedOn(),
                        step.time(),
                        orElse(step.reason(), RejectReason.OUT_OF_SCOPE),
                        step.note());
            case REOPENED -> new UseReopened(use.id(), step.by(), step.basedOn(), step.time(), step.note());
            case WITHDRAWN -> new UseWithdrawn(use.id(), step.by(), step.basedOn(), step.time(), step.note());
            case MERGED -> new UseMerged(use.id(), other(step), step.by(), step.basedOn(), step.time());
            case ABSORBED -> new UseAbsorbed(use.id(), other(step), step.by(), step.basedOn(), step.time());
            case SPLIT -> new UseSplit(use.id(), other(step), step.by(), step.basedOn(), step.time());
            case RELEASED -> new UseReleased(use.id(), other(step), step.by(), step.basedOn(), step.time());
        };
    }

    private static UseId other(Decided step) {
        return Objects.requireNonNull(step.other(), "Two uses were decided on");
    }

    private static Stream<EntryEvent> event(ProblemStatementDocument entry, EntryStep step) {
        var id = entry.id();
        return Stream.of(
                switch (step.action()) {
                    case WRITTEN ->
                        new ProblemStatementWritten(
                                id,
                                step.by(),
                                step.basedOn(),
                                step.time(),
                                orElse(step.statement(), entry.statement()));
                    case PUBLISHED -> new ProblemStatementPublished(id, step.by(), step.basedOn(), step.time());
                    case CLOSED ->
                        new ProblemStatementClosed(
                                id,
                                step.by(),
                                step.basedOn(),
                                step.time(),
                                orElse(step.outcome(), Outcome.PARKED),
                                step.note());
                    case REOPENED -> new ProblemStatementReopened(id, step.by(), step.basedOn(), step.time());
                    case WITHDRAWN -> new ProblemStatementWithdrawn(id, step.by(), step.basedOn(), step.time());
                });
    }

    private static <T> T orElse(@Nullable T value, T other) {
        return value == null ? other : value;
    }
}
