package sightings.ingest.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.FetchResult.Failed;
import sightings.ingest.web.FetchResult.Fetched;
import sightings.ingest.web.FetchResult.NotModified;
import sightings.ingest.web.FetchResult.Refused;
import sightings.ingest.web.FetchResult.TooMany;
import sightings.ingest.web.Head;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;

/** Reads articles politely: as robots.txt allows, also that of a site to which another one sends us on, one at a time from one host, and none from one that asked for a rest. */
final class Articles {

    private static final int MAX_PAGE = 3 * 1024 * 1024;
    private static final Duration MAX_TIME = Duration.ofSeconds(30);
    private static final Duration LONG_PAUSE = Duration.ofHours(1);

    private final OutgoingHttp http;
    private final Robots robots;
    private final HostTurns turns;
    private final BusyHosts busy;

    Articles(OutgoingHttp http, Robots robots, HostTurns turns, InstantSource clock) {
        this.http = http;
        this.robots = robots;
        this.turns = turns;
        this.busy = new BusyHosts(clock);
    }

    /**
     * Asks for the page at this address, unless its host wants to be left alone still.
     *
     * @throws InterruptedException when the service stops
     */
    ArticleReading read(URI address) throws InterruptedException {
        return turns.take(address, () -> {
            var left = busy.left(address);
            if (left.isPositive()) {
                return new ArticleReading.Busy(left);
            }
            return robots.allow(address) ? ask(address) : new ArticleReading.Withheld();
        });
    }

    private ArticleReading ask(URI address) {
        var withheld = new AtomicBoolean();
        var request = FetchRequest.of(address)
                .following(target -> {
                    // A site that sends us on does not speak for where it sends us.
                    boolean allowed = robots.allow(target);
                    withheld.set(!allowed);
                    return allowed;
                })
                .with("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1")
                .within(2L * MAX_PAGE, MAX_TIME);
        return switch (http.stream(request, Articles::page)) {
            case Fetched<Page> fetched -> SoftNotFound.judge(address, fetched.address(), fetched.body());
            case TooMany<Page> tooMany -> {
                var pause = Objects.requireNonNullElse(tooMany.retryAfter(), LONG_PAUSE);
                busy.add(address, pause);
                yield new ArticleReading.Busy(pause);
            }
            case Refused<Page> refused ->
                withheld.get() ? new ArticleReading.Withheld() : new ArticleReading.Refused(refused.reason());
            case NotModified<Page> _ -> new ArticleReading.Failed("an answer without a page");
            case Failed<Page> failed
            when failed.status() == 404 || failed.status() == 410 -> new ArticleReading.Missing(failed.reason());
            case Failed<Page> failed -> new ArticleReading.Failed(failed.reason());
        };
    }

    private static Page page(Head head, InputStream body) throws IOException {
        var bytes = new ShortenedStream(body, MAX_PAGE).readAllBytes();
        var type = type(head.contentType().orElse(null));
        var text = PageEncoding.decode(bytes, type);
        if (type.contains("html") || type.contains("xml")) {
            return Page.read(text, head.address());
        }
        return new Page(head.address(), null, null, null, type.startsWith("text/") ? text : "", List.of());
    }

    private static String type(@Nullable String contentType) {
        return contentType == null ? "text/html" : contentType.toLowerCase(Locale.ROOT);
    }
}
