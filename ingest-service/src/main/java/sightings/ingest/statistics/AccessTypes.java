package sightings.ingest.statistics;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sightings.event.AccessKind;

/**
 * What kinds of access are called in a portal's statistics.
 *
 * @see StatisticsColumns where Socrata's are known from
 */
final class AccessTypes {

    private static final Map<String, AccessKind> OURS =
            Map.of("view", AccessKind.VIEW, "download", AccessKind.DOWNLOAD, "api", AccessKind.API);

    private static final Map<String, AccessKind> SOCRATAS = Map.of(
            "grid view", AccessKind.VIEW,
            "primer page view", AccessKind.VIEW,
            "measure page view", AccessKind.VIEW,
            "story view", AccessKind.VIEW,
            "visualization canvas view", AccessKind.VIEW,
            "visualization page view", AccessKind.VIEW,
            "download", AccessKind.DOWNLOAD,
            "api read", AccessKind.API);

    private AccessTypes() {}

    /** The kind of a table of ours. */
    static Optional<AccessKind> ofOurs(String kind) {
        return Optional.ofNullable(OURS.get(kind.toLowerCase(Locale.ROOT)));
    }

    /** The kind that is meant by an access type of Socrata; empty where it is none of ours. */
    static Optional<AccessKind> ofSocratas(String accessType) {
        return Optional.ofNullable(SOCRATAS.get(accessType.toLowerCase(Locale.ROOT)));
    }
}
