package sightings.showcase.pages;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at addresses that came from outside before a page links to them. */
final class WebLink {

    private WebLink() {}

    /** The address, where a browser may be sent there; null otherwise. */
    static @Nullable String safe(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            var uri = URI.create(address.strip());
            var scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null ? uri.toString() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The host, as people say it. */
    static String host(String address) {
        var host = Objects.requireNonNullElse(URI.create(address).getHost(), address);
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
