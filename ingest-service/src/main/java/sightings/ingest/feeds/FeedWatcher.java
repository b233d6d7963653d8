package sightings.ingest.feeds;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightings.event.PlaceObserved;
import sightings.event.SourceReported;
import sightings.evidence.Hashes;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.ObservedText;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.Redactor;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.watching.Watcher;
import sightings.ingest.web.FetchRequest;
import sightings.ingest.web.FetchResult.Failed;
import sightings.ingest.web.FetchResult.Fetched;
import sightings.ingest.web.FetchResult.NotModified;
import sightings.ingest.web.FetchResult.Refused;
import sightings.ingest.web.FetchResult.TooMany;
import sightings.ingest.web.OutgoingHttp;
import sightings.ingest.web.Robots;
import sightings.ingest.web.Validators;

/**
 * Reads one feed, and the article behind each item once, and again where the item was edited. What it has seen is kept
 * for longer than the feed shows it, so an old item that comes back is not new. {@code seen = read + unchanged + failed}.
 */
final class FeedWatcher implements Watcher {

    private static final Logger log = LoggerFactory.getLogger(FeedWatcher.class);
    private static final String FEED = "feed";
    private static final int MAX_ITEMS = 200;
    private static final int MAX_ATTEMPTS = 3;
    private static final int MAX_SUMMARY = 500;
    private static final long MAX_FEED = 5L * 1024 * 1024;
    private static final long MAX_PAGE = 3L * 1024 * 1024;
    private static final Duration MAX_TIME = Duration.ofSeconds(30);
    private static final Duration LONG_PAUSE = Duration.ofHours(1);

    private final URI address;
    private final Duration every;
    private final Duration pause;
    private final OutgoingHttp http;
    private final Robots robots;
    private final InstantSource clock;

    FeedWatcher(URI address, Duration every, Duration pause, OutgoingHttp http, Robots robots, InstantSource clock) {
        this.address = address;
        this.every = every;
        this.pause = pause;
        this.http = http;
        this.robots = robots;
        this.clock = clock;
    }

    @Override
    public SourceId source() {
        return new SourceId("feed:" + address);
    }

    @Override
    public SourceReported.Kind kind() {
        return SourceReported.Kind.FEED;
    }

    @Override
    public String title() {
        return address.toString();
    }

    @Override
    public RoundReport look(Checkpoints checkpoints, Outlet outlet) throws InterruptedException {
        var known = checkpoints.of(FEED).orElse(Map.of());
        var request = FetchRequest.of(address)
                .with("Accept", FeedDocument.accepted())
                .ifChangedSince(new Validators(known.get("etag"), known.get("last-modified")))
                .within(MAX_FEED, MAX_TIME);
        return switch (http.fetch(request)) {
            case NotModified<byte[]> _ -> RoundReport.ok(0, 0, every);
            case TooMany<byte[]> tooMany ->
                RoundReport.waiting(
                        "The feed asks to be left alone for a while",
                        Objects.requireNonNullElse(tooMany.retryAfter(), LONG_PAUSE));
            case Refused<byte[]> refused -> RoundReport.failing(refused.reason(), LONG_PAUSE);
            case Failed<byte[]> failed ->
                RoundReport.failing(failed.status() == 410 ? "The feed is gone for good" : failed.reason(), every);
            case Fetched<byte[]> fetched -> read(fetched, checkpoints, outlet);
        };
    }

    private RoundReport read(Fetched<byte[]> fetched, Checkpoints checkpoints, Outlet outlet)
            throws InterruptedException {
        Feed feed;
        try {
            feed = FeedDocument.read(fetched.body(), fetched.contentType().orElse(null), fetched.address());
        } catch (FeedFormatException e) {
            return RoundReport.failing(String.valueOf(e.getMessage()), every);
        }
        var round = new Round(feed, checkpoints, outlet);
        var report = round.run();
        if (round.complete) {
            // Only now: what was left over must not be hidden by a 304 next time.
            outlet.commit(FEED, state(fetched.validators()));
        }
        if (round.read > 0) {
            log.info("{}: {} read, {} unchanged, {} failed", source(), round.read, round.unchanged, round.failed);
        }
        return report;
    }

    private static Map<String, String> state(Validators validators) {
        var state = new HashMap<String, String>();
        if (validators.etag() != null) {
            state.put("etag", validators.etag());
        }
        if (validators.lastModified() != null) {
            state.put("last-modified", validators.lastModified());
        }
        return state;
    }

    private static String decoded(byte[] body, @Nullable String contentType) {
        var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        int at = type.indexOf("charset=");
        var named =
                at < 0 ? "" : type.substring(at + 8).replaceAll("[\"';].*", "").strip();
        if (named.isEmpty()) {
            var head = new String(body, 0, Math.min(body.length, 1_024), StandardCharsets.ISO_8859_1);
            int meta = head.toLowerCase(Locale.ROOT).indexOf("charset=");
            named = meta < 0
                    ? ""
                    : head.substring(meta + 8).replaceFirst("^[\"']", "").replaceAll("[\"'\\s/>;](?s:.*)", "");
        }
        try {
            return new String(body, named.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(named));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** One round over the items of a feed that has changed. */
    private final class Round {

        private final Feed feed;
        private final Checkpoints checkpoints;
        private final Outlet outlet;
        private int read;
        private int unchanged;
        private int failed;
        private boolean complete = true;
        private boolean asked;

        Round(Feed feed, Checkpoints checkpoints, Outlet outlet) {
            this.feed = feed;
            this.checkpoints = checkpoints;
            this.outlet = outlet;
        }

        RoundReport run() throws InterruptedException {
            for (Feed.Item item : feed.items()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (read + failed >= MAX_ITEMS) {
                    complete = false;
                    break;
                }
                var part = "item/" + Hashes.id("item", item.id());
                var before = checkpoints.of(part).orElse(Map.of());
                var hash = item.contentHash();
                int attempts = hash.equals(before.get("hash")) ? attempts(before) : 0;
                if (hash.equals(before.get("hash")) && (attempts == 0 || attempts >= MAX_ATTEMPTS)) {
                    unchanged++;
                    continue;
                }
                var wait = item(item, part, hash, attempts);
                if (wait != null) {
                    complete = false;
                    return report(wait)
                            .with(SourceReported.State.WAITING, "The site asks to be left alone for a while");
                }
            }
            return report(complete ? every : Duration.ofSeconds(1));
        }

        private RoundReport report(Duration next) {
            return RoundReport.ok(read, failed, next).with(Map.of("unchanged", (long) unchanged));
        }

        private static int attempts(Map<String, String> state) {
            return Integer.parseInt(state.getOrDefault("attempts", "0"));
        }

        /** How long to wait where the site asks for it, else null. */
        private @Nullable Duration item(Feed.Item item, String part, String hash, int attempts)
                throws InterruptedException {
            var link = item.link();
            if (link == null) {
                failed++;
                outlet.commit(part, Map.of("hash", hash));
                return null;
            }
            var target = URI.create(link);
            if (!robots.allow(target)) {
                // The site offers the feed for reading, but not the page.
                observe(item, Page.fragment(item.html(), target));
                outlet.commit(part, Map.of("hash", hash));
                return null;
            }
            if (asked) {
                Thread.sleep(pause);
            }
            asked = true;
            var request = FetchRequest.of(target)
                    .with("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1")
                    .within(MAX_PAGE, MAX_TIME);
            switch (http.fetch(request)) {
                case Fetched<byte[]> fetched -> {
                    observe(item, article(fetched));
                    outlet.commit(part, Map.of("hash", hash));
                }
                case TooMany<byte[]> tooMany -> {
                    return Objects.requireNonNullElse(tooMany.retryAfter(), LONG_PAUSE);
                }
                case Refused<byte[]> _ -> {
                    failed++;
                    outlet.commit(part, Map.of("hash", hash));
                }
                case NotModified<byte[]> _ -> miss(item, target, part, hash, attempts);
                case Failed<byte[]> _ -> miss(item, target, part, hash, attempts);
            }
            return null;
        }

        /** What the feed itself says is better than nothing; the article is tried again, but not for ever. */
        private void miss(Feed.Item item, URI target, String part, String hash, int attempts) {
            failed++;
            if (attempts == 0) {
                observe(item, Page.fragment(item.html(), target));
                read--;
            }
            complete &= attempts + 1 >= MAX_ATTEMPTS;
            outlet.commit(part, Map.of("hash", hash, "attempts", Integer.toString(attempts + 1)));
        }

        private Page article(Fetched<byte[]> fetched) {
            var type = fetched.contentType().orElse("text/html").toLowerCase(Locale.ROOT);
            var text = decoded(fetched.body(), type);
            if (type.contains("html") || type.contains("xml")) {
                return Page.read(text, fetched.address());
            }
            return new Page(fetched.address(), null, null, null, type.startsWith("text/") ? text : "", List.of());
        }

        private void observe(Feed.Item item, Page page) {
            read++;
            var fromFeed = Page.fragment(item.html(), page.canonical());
            // Some pages show their text only to browsers; then the feed has more of it.
            var body = page.text().length() >= fromFeed.text().length() ? page.text() : fromFeed.text();
            var text = ObservedText.of(item.title().isEmpty() ? body : item.title() + "\n" + body);
            var links = new LinkedHashSet<String>();
            page.links().forEach(link -> links.add(Redactor.redact(link)));
            fromFeed.links().forEach(link -> links.add(Redactor.redact(link)));
            var place = page.canonical().toString();
            outlet.send(new PlaceObserved(new Observation(
                    source(),
                    new Place(place, null, null),
                    subject(item, page),
                    clock.instant(),
                    published(item),
                    text.text(),
                    List.copyOf(links),
                    text.truncated())));
        }

        private Subject subject(Feed.Item item, Page page) {
            var title = item.title().isEmpty() ? Objects.requireNonNullElse(page.title(), "") : item.title();
            var changed = item.updatedAt() == null ? published(item) : notInFuture(item.updatedAt());
            return new Subject(
                    SubjectId.web(page.canonical()),
                    Subject.Kind.ARTICLE,
                    title.isEmpty() ? page.canonical().toString() : Redactor.redact(title),
                    summary(page.description()),
                    page.canonical().toString(),
                    null,
                    Publishers.maker(feed.title(), feed.site()),
                    null,
                    page.language() == null ? feed.language() : page.language(),
                    List.of(),
                    changed);
        }

        private static @Nullable String summary(@Nullable String description) {
            if (description == null) {
                return null;
            }
            var clean = Redactor.redact(description);
            return clean.length() <= MAX_SUMMARY ? clean : clean.substring(0, MAX_SUMMARY - 1) + "…";
        }

        private @Nullable Instant published(Feed.Item item) {
            return notInFuture(item.publishedAt() == null ? item.updatedAt() : item.publishedAt());
        }

        private @Nullable Instant notInFuture(@Nullable Instant time) {
            return time == null || time.isAfter(clock.instant().plus(Duration.ofDays(1))) ? null : time;
        }
    }
}
