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
public record Profile(String name, Set<String> methods, Set<Integer> statuses) {

    /**
     * Every successful request: GET answered with 200, or with 304 where the visitor had the data already. Views,
     * downloads and API reads of all access classes are counted, each by itself. A part of a file (206) is not counted,
     * since one download can take many; neither is a redirect, since the request that follows it is. Identical lines of a
     * day are one access; there is no double-click rule.
     */
    public static final Profile DOWNLOADS = new Profile("downloads@1", Set.of("GET"), Set.of(200, 304));

    /**
     * The COUNTER Code of Practice for Research Data, release 1: GET answered with 200 or 304, robots left out, double
     * clicks and sessions as {@link VisitorDay} has them.
     */
    public static final Profile COUNTER_RD = new Profile("counter-rd@1", Set.of("GET"), Set.of(200, 304));

    /**
     * Every successful download, whoever fetches it: as {@link #DOWNLOADS}, and a file in many parts is one, and a
     * permalink that leads elsewhere is one. {@link SuccessfulDay} has the rules.
     */
    public static final Profile EVERY_DOWNLOAD =
            new Profile("downloads@2", Set.of("GET"), Set.of(200, 206, 301, 302, 303, 304, 307, 308));

    /** All profiles that the service counts access by access. */
    static final List<Profile> ALL = List.of(DOWNLOADS);

    public Profile {
        methods = Set.copyOf(methods);
        statuses = Set.copyOf(statuses);
    }

    /** Its name without the version. */
    public String family() {
        return name.substring(0, name.indexOf('@'));
    }

    /** Whether the access counts under these rules. */
    boolean counts(DatasetAccessed access) {
        return methods.contains(access.method()) && statuses.contains(access.status());
    }
}
