package sightings.local.world;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;

/** The {@code Link} header by which one leafs through pages. */
final class Links {

    private Links() {}

    /** Empty where everything fits on one page. */
    static Optional<String> of(Request request, int page, int perPage, int total) {
        int last = Math.max(1, (total + perPage - 1) / perPage);
        if (last == 1) {
            return Optional.empty();
        }
        var links = new ArrayList<String>();
        if (page > 1) {
            links.add(link(request, page - 1, "prev"));
            links.add(link(request, 1, "first"));
        }
        if (page < last) {
            links.add(link(request, page + 1, "next"));
            links.add(link(request, last, "last"));
        }
        return Optional.of(String.join(", ", links));
    }

    private static String link(Request request, int page, String relation) {
        var query = new TreeMap<>(request.query());
        query.put("page", String.valueOf(page));
        var text = new StringBuilder();
        query.forEach((name, value) -> text.append(text.isEmpty() ? "?" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return "<%s%s%s>; rel=\"%s\"".formatted(request.base(), request.path(), text, relation);
    }
}
