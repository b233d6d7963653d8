package sightings.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.FetchResult;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Validators;

/** Asks for one feed's document, conditionally, and reads it while it arrives. */
final class FeedSource {

    private static final Duration MAX_TIME = Duration.ofSeconds(60);
    private static final String ACCEPT = String.join(
            ", ",
            List.of(
                    "application/atom+xml",
                    "application/rss+xml",
                    "application/feed+json",
                    "application/xml;q=0.9",
                    "text/xml;q=0.9",
                    "application/json;q=0.8",
                    "*/*;q=0.1"));

    private final OutgoingHttp http;
    private final HostTurns turns;
    private final FeedLimits limits;
    private final FeedReader reader;

    FeedSource(OutgoingHttp http, HostTurns turns, FeedLimits limits) {
        this.http = http;
        this.turns = turns;
        this.limits = limits;
        this.reader = new FeedReader(limits);
    }

    /**
     * Asks whether there is something new, and for it.
     *
     * @throws InterruptedException when the service stops
     */
    FetchResult<FeedReading> ask(URI address, Validators known) throws InterruptedException {
        // The reader stops by itself at its limit; the request's own is for those who would not let it.
        var request = FetchRequest.of(address)
                .with("Accept", ACCEPT)
                .ifChangedSince(known)
                .within(limits.bytes() + 1024 * 1024, MAX_TIME);
        return turns.take(
                address,
                () -> http.stream(
                        request,
                        (head, body) -> reader.read(body, head.contentType().orElse(null), head.address())));
    }
}
