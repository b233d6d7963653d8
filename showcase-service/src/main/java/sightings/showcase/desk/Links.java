package sightings.showcase.desk;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Place;

/** Addresses that a browser may open: what was sighted comes from strangers. */
final class Links {

    private Links() {}

    /** The address, if it is http or https with a host; else null. */
    static @Nullable String safe(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            var uri = new URI(address);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The place at its line, as code hosts address lines. */
    static @Nullable String to(Place place) {
        var url = safe(place.url());
        var line = place.line();
        boolean file = place.path() != null && line != null && url != null && url.indexOf('#') < 0;
        return file ? url + "#L" + line : url;
    }
}
