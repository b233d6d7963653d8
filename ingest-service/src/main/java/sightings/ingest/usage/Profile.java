package sightings.ingest.usage;

import java.util.List;
import java.util.Set;
import sightings.event.DatasetAccessed;

/**
 * Rules that say which accesses count. Rules are never changed: other rules are a new version, counted beside the old
 * one, so that no series breaks silently.
 *
 * @param name name and version, as counts carry it
 * @param methods HTTP methods that count
 * @param statuses HTTP statuses that count
 */
record Profile(String name, Set<String> methods, Set<Integer> statuses) {

    /**
     * Every successful request: GET answered with 200, or with 304 where the visitor had the data already. Views,
     * downloads and API reads of all access classes are counted, each by itself. A part of a file (206) is not counted,
     * since one download can take many; neither is a redirect, since the request that follows it is. Identical lines of a
     * day are one access; there is no double-click rule.
     */
    static final Profile DOWNLOADS = new Profile("downloads@1", Set.of("GET"), Set.of(200, 304));

    /** All profiles that are counted. */
    static final List<Profile> ALL = List.of(DOWNLOADS);

    /** Whether the access counts under these rules. */
    boolean counts(DatasetAccessed access) {
        return methods.contains(access.method()) && statuses.contains(access.status());
    }
}
