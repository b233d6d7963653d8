package sightings.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightings.event.SourceNote;
import sightings.event.SourceReported;
import sightings.evidence.Said;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.web.Validators;

/** A feed that has been read and whose items are being gone through, a few articles at a time. */
final class FeedRound {

    private static final int ARTICLES = 50;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final long characters;
    private final ItemRound items;
    private final SeenItems seen;
    private final FeedState after;
    private final Duration next;
    private final @Nullable Duration told;
    private final List<Said> remarks;

    /**
     * @param observation makes observations in the feed's name
     * @param after how the feed stands when the round has ended
     * @param next how long until the feed is asked again then
     * @param told how much of that the feed and its server ask for
     */
    FeedRound(
            Feed feed,
            ArticleObservation observation,
            Articles articles,
            Checkpoints checkpoints,
            FeedState after,
            Duration next,
            @Nullable Duration told) {
        this.characters = feed.items().stream()
                .mapToLong(item -> item.html().length() + item.title().length())
                .sum();
        this.seen = new SeenItems(checkpoints, feed.items());
        this.items = new ItemRound(feed, observation, articles, seen, new KnownPages(checkpoints));
        this.after = after;
        this.next = next;
        this.told = told;
        this.remarks = feed.remarks().isEmpty()
                ? List.of()
                : List.of(SourceNote.FEED_REMARK.with(feed.format() + ": " + String.join("; ", feed.remarks())));
    }

    /**
     * Goes on with the items, and says what came of it.
     *
     * @throws InterruptedException when the service stops
     */
    RoundReport goOn(Instant now, Outlet outlet) throws InterruptedException {
        int read = items.read();
        int failed = items.failed();
        int unchanged = items.unchanged();
        int forgotten = seen.forgotten();
        items.goOn(ARTICLES, now, outlet);
        return RoundReport.ok(items.read() - read, items.failed() - failed, ended() ? next : AT_ONCE)
                .with(Map.of(
                        "unchanged", (long) items.unchanged() - unchanged,
                        "forgotten", (long) seen.forgotten() - forgotten))
                .with(
                        SourceReported.State.OK,
                        items.metBusySite() ? List.of(SourceNote.FEED_ARTICLE_BUSY.with()) : remarks);
    }

    /** How much of the feed is kept in memory. */
    long characters() {
        return characters;
    }

    /** Whether no item is left. */
    boolean ended() {
        return items.ended();
    }

    /** How long the feed and its server ask to be left alone. */
    @Nullable
    Duration told() {
        return told;
    }

    /** How the feed stands now. What is to be tried again must not be hidden by a 304 next time. */
    FeedState after() {
        return items.complete() ? after : after.with(Validators.NONE);
    }

    /** How the feed stands where the round is given up: it is read again whole. */
    FeedState unfinished() {
        return after.with(Validators.NONE);
    }

    @Override
    public String toString() {
        return items.read() + " read, " + items.unchanged() + " unchanged, " + items.failed() + " failed";
    }
}
