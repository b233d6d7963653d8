package sightings.showcase.curation;

import java.util.List;
import java.util.Optional;
import sightings.event.UseDecision;
import sightings.event.UsePublished;
import sightings.event.UseRejected;
import sightings.event.UseReopened;
import sightings.event.UseWithdrawn;
import sightings.evidence.UseId;

/**
 * How a use stands, as far as deciding needs it.
 *
 * @param use the use
 * @param title what people call it
 * @param number number of the last accepted decision, 0 before the first
 * @param accepted all accepted decisions, oldest first
 */
public record UseNow(UseId use, String title, int number, List<UseDecision> accepted) {

    public UseNow {
        accepted = List.copyOf(accepted);
    }

    /** What staff have made of a use. */
    enum Status {
        AWAITING,
        PUBLISHED,
        REJECTED
    }

    Status status() {
        return last().map(UseNow::statusAfter).orElse(Status.AWAITING);
    }

    Optional<UseDecision> last() {
        return accepted.isEmpty() ? Optional.empty() : Optional.of(accepted.getLast());
    }

    /** The use as it stood before its last decision. */
    UseNow before() {
        return accepted.isEmpty() ? this : new UseNow(use, title, number - 1, accepted.subList(0, accepted.size() - 1));
    }

    /** The last accepted decision of this kind. */
    <T extends UseDecision> Optional<T> last(Class<T> kind) {
        return accepted.reversed().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private static Status statusAfter(UseDecision decision) {
        return switch (decision) {
            case UsePublished _ -> Status.PUBLISHED;
            case UseRejected _ -> Status.REJECTED;
            case UseReopened _, UseWithdrawn _ -> Status.AWAITING;
        };
    }
}
