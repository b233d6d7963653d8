package sightings.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightings.event.SourceNote;
import sightings.event.SourceReported;
import sightings.evidence.Said;
import sightings.evidence.SourceId;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.Redactor;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.watching.Watcher;
import sightings.ingest.web.FetchResult.Failed;
import sightings.ingest.web.FetchResult.Fetched;
import sightings.ingest.web.FetchResult.NotModified;
import sightings.ingest.web.FetchResult.Refused;
import sightings.ingest.web.FetchResult.TooMany;
import sightings.ingest.web.Head;

/**
 * Watches one feed: reads it at its own pace, then the article behind each item once and again where the item was edited,
 * and looks at known articles again every few weeks. Why it is done so: {@code docs/decisions/0010}.
 */
final class FeedWatcher implements Watcher {

    private static final Logger log = LoggerFactory.getLogger(FeedWatcher.class);
    private static final String FEED = "feed";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration LONG_PAUSE = Duration.ofHours(1);
    private static final Duration NO_ROOM = Duration.ofMinutes(15);

    private final URI address;
    private final FeedPace pace;
    private final FeedSource source;
    private final Articles articles;
    private final OpenRounds rounds;
    private final InstantSource clock;
    private @Nullable Checkpoints owner;
    private int failedInRow;
    private boolean begun;
    private long asksAt;
    private long allowedAt;

    FeedWatcher(
            URI address, FeedPace pace, FeedSource source, Articles articles, OpenRounds rounds, InstantSource clock) {
        this.address = address;
        this.pace = pace;
        this.source = source;
        this.articles = articles;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public SourceId source() {
        return SourceId.feed(address.toString());
    }

    @Override
    public SourceReported.Kind kind() {
        return SourceReported.Kind.FEED;
    }

    @Override
    public String title() {
        return source().feedAddress();
    }

    @Override
    public RoundReport look(Checkpoints checkpoints, Outlet outlet) throws InterruptedException {
        return look(checkpoints, outlet, false);
    }

    /** Our pace is no reason to wait then, nor that the feed had ended; what the feed and its server ask for is. */
    @Override
    public RoundReport lookAsked(Checkpoints checkpoints, Outlet outlet) throws InterruptedException {
        return look(checkpoints, outlet, true);
    }

    private RoundReport look(Checkpoints checkpoints, Outlet outlet, boolean wanted) throws InterruptedException {
        if (checkpoints != owner) {
            // Somebody else may have gone on with the source in between: what we had in mind is out of date.
            owner = checkpoints;
            rounds.drop(source());
            begun = false;
        }
        var unfinished = rounds.of(source());
        if (unfinished != null) {
            return goOn(unfinished, outlet);
        }
        var kept = checkpoints.of(FEED).orElse(Map.of());
        var state = FeedState.of(kept);
        if (wanted && state.ended() != null) {
            state = state.endedAt(null);
        }
        var ended = state.ended();
        var early = tooEarly(Rest.of(kept), wanted);
        var report = ended != null ? ended(ended) : early != null ? early : ask(state, checkpoints, outlet);
        return rounds.of(source()) == null ? lookAtPages(report, state, checkpoints, outlet) : report;
    }

    private static RoundReport ended(Instant since) {
        return RoundReport.needsSetting(
                SourceNote.FEED_ENDED.with(since.toString().substring(0, 10)), Duration.ofDays(1));
    }

    /** A restart, or a look at pages in between, is no reason to ask sooner, and changes nothing in how the feed stands. */
    private @Nullable RoundReport tooEarly(@Nullable Rest rest, boolean wanted) {
        if (rest == null) {
            return null;
        }
        if (!begun) {
            begun = true;
            asksAt = System.nanoTime() + until(rest.due()).toNanos();
            allowedAt = System.nanoTime() + until(rest.allowed()).toNanos();
        }
        long now = System.nanoTime();
        boolean early = (wanted ? allowedAt : asksAt) - now > 0;
        return early
                ? RoundReport.ok(0, 0, Duration.ofNanos(Math.max(asksAt, allowedAt) - now))
                        .with(rest.state(), rest.notes())
                : null;
    }

    private Duration until(Instant time) {
        var wait = Duration.between(clock.instant(), time);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private RoundReport ask(FeedState state, Checkpoints checkpoints, Outlet outlet) throws InterruptedException {
        var asked = Objects.requireNonNullElse(state.address(), address);
        return switch (source.ask(asked, state.validators())) {
            case NotModified<FeedReading>(Head head) -> unchanged(state, asked, head, outlet);
            case TooMany<FeedReading>(Duration retryAfter) -> {
                var wait = Objects.requireNonNullElse(retryAfter, LONG_PAUSE);
                var report = RoundReport.waiting(SourceNote.FEED_BUSY.with(), wait);
                yield kept(state, report, wait, outlet);
            }
            case Refused<FeedReading>(String reason) ->
                failing(state, SourceNote.FEED_FAILED.with(reason), null, outlet);
            case Failed<FeedReading>(String reason, int status) -> failed(state, reason, status, outlet);
            case Fetched<FeedReading> fetched -> read(state, asked, fetched, checkpoints, outlet);
        };
    }

    private RoundReport unchanged(FeedState state, URI asked, Head head, Outlet outlet) {
        failedInRow = 0;
        var told = head.validators();
        boolean silent = told.etag() == null && told.lastModified() == null;
        var now = clock.instant();
        var after = FeedMoves.after(state.with(silent ? state.validators() : told), asked, head, now);
        var fresh = longer(state.told(), Freshness.of(head));
        return kept(after, RoundReport.ok(0, 0, pace.next(state.published(), fresh, now)), fresh, outlet);
    }

    private RoundReport failed(FeedState state, String reason, int status, Outlet outlet) {
        boolean gone = status == 404 || status == 410;
        if (gone && state.address() != null) {
            // Where it had moved to it is no more; the settings' address may be right again.
            return failing(state.at(null), SourceNote.FEED_MOVED_AWAY.with(reason), null, outlet);
        }
        if (status == 410) {
            var now = clock.instant();
            outlet.commit(FEED, state.endedAt(now).toMap());
            return ended(now);
        }
        return failing(state, failure(reason, status), null, outlet);
    }

    /** What staff can act on is said by a code of its own. */
    private static Said failure(String reason, int status) {
        return switch (status) {
            case 404 -> SourceNote.FEED_NOT_FOUND.with();
            case 401, 403, 451 -> SourceNote.FEED_CLOSED.with(status);
            case 500, 502, 503, 504 -> SourceNote.FEED_SERVER_FAILS.with(status);
            default -> SourceNote.FEED_FAILED.with(reason);
        };
    }

    private RoundReport failing(FeedState state, Said reason, @Nullable Duration told, Outlet outlet) {
        failedInRow++;
        return kept(state, RoundReport.failing(reason, pace.afterFailures(failedInRow, told)), told, outlet);
    }

    private RoundReport read(
            FeedState state, URI asked, Fetched<FeedReading> fetched, Checkpoints checkpoints, Outlet outlet)
            throws InterruptedException {
        var head = fetched.answer().head();
        var fresh = Freshness.of(head);
        return switch (fetched.body()) {
            case FeedReading.Unreadable(String reason) ->
                failing(state, SourceNote.FEED_FAILED.with(reason), fresh, outlet);
            case FeedReading.WebPage(List<URI> feeds) -> discovered(state, feeds, fresh, outlet);
            case FeedReading.Parsed(Feed feed) -> {
                failedInRow = 0;
                var now = clock.instant();
                var after = FeedMoves.after(state.with(head.validators()), asked, head, now)
                        .describedBy(feed);
                var observation = new ArticleObservation(source(), feed.title(), feed.site(), feed.language());
                var told = longer(feed.refresh(), fresh);
                var next = pace.next(after.published(), told, now);
                var round = new FeedRound(feed, observation, articles, checkpoints, after, next, told);
                yield goOn(round, outlet);
            }
        };
    }

    /** The settings name a page: its feed is read instead. */
    private RoundReport discovered(FeedState state, List<URI> feeds, @Nullable Duration told, Outlet outlet) {
        if (feeds.isEmpty() || state.address() != null) {
            var note = feeds.isEmpty() ? SourceNote.FEED_IS_PAGE_WITHOUT : SourceNote.FEED_IS_PAGE;
            return failing(state.at(null), note.with(), told, outlet);
        }
        var found = SourceNote.FEED_FOUND.with(Redactor.address(feeds.getFirst().toString()));
        outlet.commit(FEED, state.at(feeds.getFirst()).toMap());
        return RoundReport.ok(0, 0, AT_ONCE).with(SourceReported.State.OK, found);
    }

    private RoundReport goOn(FeedRound round, Outlet outlet) throws InterruptedException {
        // Whatever goes wrong in here, the feed is read anew, so that no item is passed over.
        rounds.drop(source());
        var report = round.goOn(clock.instant(), outlet);
        if (!round.ended()) {
            return rounds.keep(source(), round)
                    ? report
                    : kept(round.unfinished(), report.after(NO_ROOM), NO_ROOM, outlet);
        }
        log.info("{}: {}", source(), round);
        return kept(round.after(), report, round.told(), outlet);
    }

    private RoundReport lookAtPages(RoundReport report, FeedState state, Checkpoints checkpoints, Outlet outlet)
            throws InterruptedException {
        var observation = new ArticleObservation(source(), state.title(), state.site(), null);
        return new PageLook(observation, articles, new KnownPages(checkpoints)).goOn(report, clock.instant(), outlet);
    }

    /** Commits how the feed stands, with when it may be asked again. */
    private RoundReport kept(FeedState state, RoundReport report, @Nullable Duration told, Outlet outlet) {
        var asked = FeedPace.heeded(told);
        begun = true;
        asksAt = System.nanoTime() + report.next().toNanos();
        allowedAt = System.nanoTime() + asked.toNanos();
        outlet.commit(FEED, Rest.after(report, asked, clock.instant()).toMap(state));
        return report;
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }
}
