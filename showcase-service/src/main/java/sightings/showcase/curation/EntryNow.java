package sightings.showcase.curation;

import java.util.List;
import java.util.Optional;
import sightings.event.EntryEvent;
import sightings.event.EntryId;
import sightings.event.ProblemStatementClosed;
import sightings.event.ProblemStatementPublished;
import sightings.event.ProblemStatementReopened;
import sightings.event.ProblemStatementWithdrawn;
import sightings.event.ProblemStatementWritten;

/**
 * How a problem statement stands, as far as deciding needs it.
 *
 * @param entry the problem statement
 * @param title what people call it, empty before it is written
 * @param number number of the last accepted event, 0 before the first
 * @param accepted all accepted events, oldest first
 */
public record EntryNow(EntryId entry, String title, int number, List<EntryEvent> accepted) {

    public EntryNow {
        accepted = List.copyOf(accepted);
    }

    /** One that is about to be written. */
    public static EntryNow unwritten(EntryId entry) {
        return new EntryNow(entry, "", 0, List.of());
    }

    /** What the public sees of it. */
    enum Status {
        UNWRITTEN,
        DRAFT,
        OPEN,
        CLOSED
    }

    Status status() {
        var status = Status.UNWRITTEN;
        for (EntryEvent event : accepted) {
            status = switch (event) {
                case ProblemStatementWritten _ -> status == Status.UNWRITTEN ? Status.DRAFT : status;
                case ProblemStatementPublished _, ProblemStatementReopened _ -> Status.OPEN;
                case ProblemStatementClosed _ -> Status.CLOSED;
                case ProblemStatementWithdrawn _ -> Status.DRAFT;
            };
        }
        return status;
    }

    Optional<EntryEvent> last() {
        return accepted.isEmpty() ? Optional.empty() : Optional.of(accepted.getLast());
    }

    /** It as it stood before its last event. */
    EntryNow before() {
        return accepted.isEmpty()
                ? this
                : new EntryNow(entry, title, number - 1, accepted.subList(0, accepted.size() - 1));
    }

    /** The last accepted event of this kind. */
    <T extends EntryEvent> Optional<T> last(Class<T> kind) {
        return accepted.reversed().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
