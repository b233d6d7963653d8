package sightings.showcase.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a use fares out there, in words for staff.
 *
 * @param lastSeen day on which a find of it was last seen
 * @param repository what its code host says of it: put away, stars, copies; empty where it is no repository
 * @param withdrawn finds that no longer hold, strongest first
 * @param withdrawnInAll how many there are, also those that are not listed
 */
record UseLife(String lastSeen, List<String> repository, List<Withdrawn> withdrawn, long withdrawnInAll) {

    UseLife {
        repository = List.copyOf(repository);
        withdrawn = List.copyOf(withdrawn);
    }

    /**
     * A find that no longer holds.
     *
     * @param dataset title of the dataset, or its id
     * @param place file or address where it was
     * @param url where a browser finds that; null where a browser should not open it
     * @param line line of the find; null where it had none
     * @param reason why it no longer holds
     * @param since day on which that was seen; null where it is not known
     */
    record Withdrawn(
            String dataset,
            String place,
            @Nullable String url,
            @Nullable Integer line,
            Words reason,
            @Nullable String since) {}
}
