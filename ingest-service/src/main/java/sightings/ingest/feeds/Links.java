package sightings.ingest.feeds;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import sightings.ingest.web.Addresses;

/** Reads the addresses that feeds and pages write. */
final class Links {

    private static final int LONGEST = 4_000;

    private Links() {}

    /** The http(s) address that this reference means there; null where it means none. */
    static @Nullable String absolute(@Nullable String reference, URI base) {
        if (reference == null || reference.isBlank() || reference.length() > LONGEST) {
            return null;
        }
        try {
            var target = Addresses.resolve(base, reference);
            var scheme = String.valueOf(target.getScheme());
            boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            return web && target.getHost() != null ? target.toString() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
