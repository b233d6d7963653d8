package sightings.ingest.downloads;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The site from which a visitor came, as a subject of its own: its host, and the first part of the path at hosts that
 * many people share. The rest of a referrer may tell about a person and is dropped here.
 */
final class ReferringSite {

    private static final Set<String> SHARED =
            Set.of("github.com", "gitlab.com", "medium.com", "sites.google.com", "observablehq.com", "kaggle.com");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,6}");
    /** A name, as some hosts write it behind an at sign; with one inside it is somebody's mail address. */
    private static final Pattern SEGMENT = Pattern.compile("@?[A-Za-z0-9._~-]{1,60}");

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

    private ReferringSite() {}

    /**
     * The site of this referrer, such as {@code example.org} or {@code medium.com/@team}; empty where it is none, a bare
     * number of a machine, one of the portal's own hosts, or one that is sent as a referrer to be advertised.
     */
    static Optional<String> of(String referrer, Set<String> portalHosts) {
        var rest = withoutScheme(referrer);
        if (rest == null) {
            return Optional.empty();
        }
        int slash = rest.indexOf('/');
        var host = withoutWww((slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT));
        if (!HOST.matcher(host).matches()
                || NUMBERS.matcher(host).matches()
                || portalHosts.contains(host)
                || portalHosts.contains("www." + host)
                || SpamSites.has(host)) {
            return Optional.empty();
        }
        return Optional.of(SHARED.contains(host) ? host + segment(rest, slash) : host);
    }

    private static @org.jspecify.annotations.Nullable String withoutScheme(String referrer) {
        for (var scheme : new String[] {"https://", "http://"}) {
            if (referrer.regionMatches(true, 0, scheme, 0, scheme.length())) {
                var rest = referrer.substring(scheme.length());
                int end = indexOfAny(rest);
                return end < 0 ? rest : rest.substring(0, end);
            }
        }
        return null;
    }

    /** Where the query or fragment begins. */
    private static int indexOfAny(String rest) {
        int query = rest.indexOf('?');
        int fragment = rest.indexOf('#');
        return query < 0 ? fragment : fragment < 0 ? query : Math.min(query, fragment);
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String segment(String rest, int slash) {
        if (slash < 0) {
            return "";
        }
        var path = rest.substring(slash + 1);
        int end = path.indexOf('/');
        var first = end < 0 ? path : path.substring(0, end);
        return SEGMENT.matcher(first).matches() ? "/" + first : "";
    }
}
