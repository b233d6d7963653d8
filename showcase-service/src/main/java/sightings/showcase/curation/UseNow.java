package sightings.showcase.curation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        REJECTED,
        MERGED
    }

    Status status() {
        return standing().map(UseNow::statusAfter).orElse(Status.AWAITING);
    }

    /** The decision by which it stands where it stands: taking another use in, or letting it go, moves nothing. */
    Optional<UseDecision> standing() {
        return accepted.reversed().stream()
                .filter(decision -> !(decision instanceof UseAbsorbed) && !(decision instanceof UseReleased))
                .findFirst();
    }

    /** The use that it is merged into; empty where it is on its own. */
    Optional<UseId> mergedInto() {
        return standing()
                .filter(UseMerged.class::isInstance)
                .map(UseMerged.class::cast)
                .map(UseMerged::into);
    }

    /** The uses that are merged into it. */
    Set<UseId> members() {
        var members = new LinkedHashSet<UseId>();
        for (var decision : accepted) {
            if (decision instanceof UseAbsorbed absorbed) {
                members.add(absorbed.other());
            } else if (decision instanceof UseReleased released) {
                members.remove(released.other());
            }
        }
        return members;
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
            case UseMerged _ -> Status.MERGED;
            case UseReopened _, UseWithdrawn _, UseSplit _, UseAbsorbed _, UseReleased _ -> Status.AWAITING;
        };
    }
}
