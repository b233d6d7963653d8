package sightings.showcase.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import sightings.showcase.index.Page;

/**
 * The address of a list with what it was narrowed to, from which those of its neighbours are made.
 *
 * @param path the list's path
 * @param parameters what it was narrowed to, without the page's number
 */
record ListAddress(String path, MultiValueMap<String, String> parameters) {

    private static final int AROUND = 2;

    /** A link to a page of the list; its address is null for the page that is shown. */
    record PageLink(int number, @Nullable String url) {}

    /** The list narrowed by this too, or no more narrowed by it. */
    String toggled(String name, String value) {
        var changed = new LinkedMultiValueMap<>(parameters);
        var values = new ArrayList<>(changed.getOrDefault(name, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        changed.remove(name);
        values.forEach(each -> changed.add(name, each));
        return address(changed);
    }

    boolean has(String name, String value) {
        return parameters.getOrDefault(name, List.of()).contains(value);
    }

    /** The pages near this one. */
    List<PageLink> links(Page<?> page) {
        if (page.pages() < 2) {
            return List.of();
        }
        int last = page.pages();
        return IntStream.rangeClosed(1, last)
                .filter(number -> number == 1 || number == last || Math.abs(number - page.number()) <= AROUND)
                .mapToObj(number -> new PageLink(number, number == page.number() ? null : page(number)))
                .toList();
    }

    private String page(int number) {
        var changed = new LinkedMultiValueMap<>(parameters);
        changed.add("page", Integer.toString(number));
        return address(changed);
    }

    private String address(MultiValueMap<String, String> changed) {
        var builder = UriComponentsBuilder.fromPath(path);
        var values = new ArrayList<String>();
        // Values go in as variables: only those are encoded whatever they hold.
        changed.forEach((name, each) -> each.forEach(value -> {
            builder.queryParam(name, "{v" + values.size() + "}");
            values.add(value);
        }));
        return builder.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
