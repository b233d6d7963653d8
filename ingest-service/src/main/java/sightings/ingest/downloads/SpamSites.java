package sightings.ingest.downloads;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import sightings.event.AccessClass;

/**
 * Sites whose names programs send as referrers so that they are seen in somebody's statistics: nobody ever came from
 * there. The list is our own, since no package registry that a build can pin has one that is kept.
 */
final class SpamSites {

    private static final List<AgentPattern> ALL = AgentPattern.read("spam-sites.txt", AccessClass.ROBOT);
    private static final Set<String> HOSTS =
            ALL.stream().filter(AgentPattern::atStart).map(AgentPattern::text).collect(Collectors.toUnmodifiableSet());
    private static final List<String> PARTS =
            ALL.stream().filter(site -> !site.atStart()).map(AgentPattern::text).toList();

    private SpamSites() {}

    /** Whether this host, in lower case, or one above it is on the list. */
    static boolean has(String host) {
        for (var part : PARTS) {
            if (host.contains(part)) {
                return true;
            }
        }
        for (int dot = -1; ; ) {
            if (HOSTS.contains(host.substring(dot + 1))) {
                return true;
            }
            dot = host.indexOf('.', dot + 1);
            if (dot < 0) {
                return false;
            }
        }
    }

    /** Whether the host of this referrer is on the list; a referrer that is no address is not. */
    static boolean isSpam(String referrer) {
        int scheme = referrer.indexOf("://");
        if (scheme < 0) {
            return false;
        }
        int from = scheme + 3;
        int to = from;
        while (to < referrer.length() && "/?#:".indexOf(referrer.charAt(to)) < 0) {
            to++;
        }
        return has(referrer.substring(from, to).toLowerCase(Locale.ROOT));
    }
}
