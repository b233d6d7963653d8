package sightings.ingest.github;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What GitHub keeps budgets of. Code search has one of its own beside the other searches.
 *
 * @see <a href="https://docs.github.com/en/rest/search/search#rate-limit">the limits of search</a>
 */
enum Resource {
    CORE(5_000, 60),
    SEARCH(30, 10),
    CODE_SEARCH(10, 10);

    private final int signedIn;
    private final int anonymous;

    Resource(int signedIn, int anonymous) {
        this.signedIn = signedIn;
        this.anonymous = anonymous;
    }

    /** Requests a minute where no answer said otherwise; for CORE an hour, which the answers then tell. */
    int limit(boolean token) {
        return token ? signedIn : anonymous;
    }

    /** In words, for messages. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The resource of this name in {@code X-RateLimit-Resource}. */
    static Optional<Resource> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name.strip()))
                .findAny();
    }
}
