package sightings.ingest.downloads;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a request asks a portal for, taken apart.
 *
 * @param path as it was sent, with its slashes
 * @param segments parts of the path between slashes, decoded; at least one, none of them empty
 * @param query as it was sent, without its question mark; "" where there is none
 */
record Target(String path, List<String> segments, String query) {

    /**
     * Takes a request target apart.
     *
     * @param target path and query, or a whole address
     * @param hosts of the portal, in lower case
     * @return empty where it is no path, or that of somebody else's host
     */
    static Optional<Target> of(String target, Set<String> hosts) {
        var whole = withoutFragment(target);
        int mark = whole.indexOf('?');
        var query = mark < 0 ? "" : whole.substring(mark + 1);
        return ownPath(mark < 0 ? whole : whole.substring(0, mark), hosts).flatMap(path -> {
            var segments = segments(path);
            return segments.isEmpty() ? Optional.empty() : Optional.of(new Target(path, segments, query));
        });
    }

    /** The parts of the path behind the language that some portals put first, such as {@code es} or {@code pt_BR}. */
    List<String> withoutLanguage() {
        var first = segments.getFirst();
        boolean language =
                segments.size() > 1 && (first.length() == 2 || first.length() == 5 && first.charAt(2) == '_');
        return language ? segments.subList(1, segments.size()) : segments;
    }

    /** The decoded value of the query's first parameter with this name, in which a plus is a space. */
    Optional<String> parameter(String name) {
        for (var pair : query.split("&")) {
            if (pair.startsWith(name) && pair.length() > name.length() && pair.charAt(name.length()) == '=') {
                return Optional.of(decoded(pair.substring(name.length() + 1).replace("+", "%20")));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ownPath(String target, Set<String> hosts) {
        if (target.startsWith("/")) {
            return Optional.of(target);
        }
        int scheme = target.indexOf("://");
        int slash = scheme < 0 || scheme > 5 ? -1 : target.indexOf('/', scheme + 3);
        if (slash < 0) {
            return Optional.empty();
        }
        var host = target.substring(scheme + 3, slash).toLowerCase(Locale.ROOT);
        int port = host.indexOf(':');
        return hosts.contains(port < 0 ? host : host.substring(0, port))
                ? Optional.of(target.substring(slash))
                : Optional.empty();
    }

    private static String withoutFragment(String path) {
        int hash = path.indexOf('#');
        return hash < 0 ? path : path.substring(0, hash);
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>(6);
        int from = 0;
        while (from < path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            if (to > from) {
                segments.add(decoded(path.substring(from, to)));
            }
            from = to + 1;
        }
        return segments;
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
