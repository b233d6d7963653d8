package sightings.local.world;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as a site of the world sees it.
 *
 * @param method such as {@code GET}
 * @param path decoded, without query
 * @param query decoded, the last one wins
 * @param headers by name, whatever the case; the first value of each
 * @param base scheme, host and port by which the world was asked
 */
record Request(String method, String path, Map<String, String> query, Map<String, String> headers, String base) {

    Request {
        query = Map.copyOf(query);
        var byName = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
    }

    static Request of(HttpExchange exchange) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        var uri = exchange.getRequestURI();
        var raw = uri.getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                query(raw == null ? "" : raw),
                headers,
                "http://"
                        + headers.getOrDefault(
                                "Host",
                                "127.0.0.1:" + exchange.getLocalAddress().getPort()));
    }

    private static Map<String, String> query(String raw) {
        var query = new HashMap<String, String>();
        for (var part : raw.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                query.put(decode(part.substring(0, equals)), decode(part.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    String query(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    /** A number within bounds; what is no number counts as not given. */
    int number(String name, int otherwise, int least, int most) {
        try {
            return Math.clamp(Integer.parseInt(query(name, String.valueOf(otherwise))), least, most);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
