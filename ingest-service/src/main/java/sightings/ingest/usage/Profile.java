package sightings.ingest.usage;

import java.util.List;
import java.util.Set;
import sightings.event.AccessClass;
import sightings.event.DatasetAccessed;
import sightings.event.UsageCounted;

/**
 * Rules that say which accesses count. Rules are never changed: other rules are a new version, counted beside the old
 * one, so that no series breaks silently.
 *
 * @param name name and version, as counts carry it
 * @param methods HTTP methods that count
 * @param statuses HTTP statuses that count
 * @param robots whether access by robots counts
 */
public record Profile(String name, Set<String> methods, Set<Integer> statuses, boolean robots) {

    /**
     * The COUNTER Code of Practice for Research Data, release 1: GET answered with 200 or 304, robots left out, double
     * clicks and sessions as {@link VisitorDay} has them.
     */
    public static final Profile COUNTER_RD =
            new Profile(UsageCounted.COUNTER_RD, Set.of("GET"), Set.of(200, 304), false);

    /**
     * Every successful download, whoever fetches it: GET answered with 200, or with 304 where the visitor had the data already.
     * Views, downloads and API reads of all access classes are counted, each by itself; a file in many parts is one, and a
     * permalink that leads elsewhere is one. Identical lines of a day are one access; there is no double-click rule. {@link
     * SuccessfulDay} has the rules.
     */
    public static final Profile EVERY_DOWNLOAD =
            new Profile(UsageCounted.DOWNLOADS, Set.of("GET"), Set.of(200, 206, 301, 302, 303, 304, 307, 308), true);

    /** All profiles, which the service counts side by side. */
    static final List<Profile> ALL = List.of(COUNTER_RD, EVERY_DOWNLOAD);

    public Profile {
        methods = Set.copyOf(methods);
        statuses = Set.copyOf(statuses);
    }

    /** Its name without the version. */
    public String family() {
        return name.substring(0, name.indexOf('@'));
    }

    /** Whether these are the rules of {@link #COUNTER_RD}. */
    public boolean isCounterRd() {
        return name.equals(COUNTER_RD.name);
    }

    /** Whether the access counts under these rules. */
    boolean counts(DatasetAccessed access) {
        return methods.contains(access.method())
                && statuses.contains(access.status())
                && (robots || access.accessClass() != AccessClass.ROBOT);
    }
}
