package sightings.ingest.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.event.AccessClass;

/**
 * Whether a request for a dataset counts under a profile, as far as it alone decides: double clicks, sessions, parts of a
 * file and identical lines are told apart only beside others.
 *
 * @param profile name and version of the profile
 * @param why why it does not count; null where it does
 */
public record Judgement(String profile, @Nullable Why why) {

    /** Why a request does not count. */
    public enum Why {
        /** Its method is none of those that count. */
        METHOD,
        /** Its status is none of those that count. */
        STATUS,
        /** A robot asked, and the profile leaves robots out. */
        ROBOT
    }

    /** Under each profile that the service counts by. */
    public static List<Judgement> of(String method, int status, AccessClass accessClass) {
        return Profile.ALL.stream()
                .map(profile -> new Judgement(profile.name(), why(profile, method, status, accessClass)))
                .toList();
    }

    private static @Nullable Why why(Profile profile, String method, int status, AccessClass accessClass) {
        if (!profile.methods().contains(method)) {
            return Why.METHOD;
        }
        if (!profile.statuses().contains(status)) {
            return Why.STATUS;
        }
        return !profile.robots() && accessClass == AccessClass.ROBOT ? Why.ROBOT : null;
    }
}
