package sightings.ingest.feeds;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import sightings.ingest.watching.Outlet;

/**
 * Goes through the items of a feed that has changed, and reads the article of each that is new or edited. It may be left
 * in the middle and gone on with. {@code seen = read + unchanged + failed} for all items it has come to.
 */
final class ItemRound {

    private static final int MAX_ATTEMPTS = 3;

    private final Iterator<Feed.Item> items;
    private final ArticleObservation observation;
    private final Articles articles;
    private final SeenItems seen;
    private final KnownPages pages;
    private int read;
    private int unchanged;
    private int failed;
    private boolean complete = true;
    private final Set<String> busy = new HashSet<>();

    ItemRound(Feed feed, ArticleObservation observation, Articles articles, SeenItems seen, KnownPages pages) {
        this.items = feed.items().iterator();
        this.observation = observation;
        this.articles = articles;
        this.seen = seen;
        this.pages = pages;
    }

    /**
     * Goes on for this many articles at most.
     *
     * @throws InterruptedException when the service stops
     */
    void goOn(int most, Instant now, Outlet outlet) throws InterruptedException {
        int until = read + failed + most;
        while (items.hasNext() && read + failed < until) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var item = items.next();
            int attempts = seen.attempts(item);
            if (attempts == 0 || attempts >= MAX_ATTEMPTS) {
                unchanged++;
                continue;
            }
            look(item, Math.max(0, attempts), now, outlet);
        }
    }

    /** Whether a site asked to be left alone. Its articles are tried again in a later round; the others do not wait. */
    boolean metBusySite() {
        return !busy.isEmpty();
    }

    /** Whether no item is left. */
    boolean ended() {
        return !items.hasNext();
    }

    /** Whether each item was read, or will not be read however often it is tried. */
    boolean complete() {
        return complete && ended();
    }

    int read() {
        return read;
    }

    int unchanged() {
        return unchanged;
    }

    int failed() {
        return failed;
    }

    private void look(Feed.Item item, int attempts, Instant now, Outlet outlet) throws InterruptedException {
        if (item.link() == null) {
            failed++;
            seen.commit(item, 0, now, outlet);
            return;
        }
        var target = URI.create(item.link());
        if (busy.contains(String.valueOf(target.getHost()))) {
            return;
        }
        switch (articles.read(target)) {
            case ArticleReading.Read(Page page) -> observe(item, page, now, outlet);
            // The site offers the feed for reading, but not the page.
            case ArticleReading.Withheld() -> {
                read++;
                outlet.send(
                        observation.of(item, Page.fragment(item.html(), target).at(target), now));
                seen.commit(item, 0, now, outlet);
            }
            case ArticleReading.Busy _ -> {
                complete = false;
                busy.add(String.valueOf(target.getHost()));
            }
            case ArticleReading.Refused _ -> {
                failed++;
                seen.commit(item, 0, now, outlet);
            }
            case ArticleReading.Missing _, ArticleReading.Failed _ -> miss(item, target, attempts, now, outlet);
        }
    }

    private void observe(Feed.Item item, Page page, Instant now, Outlet outlet) {
        read++;
        outlet.send(observation.of(item, page, now));
        boolean whole = ArticleObservation.pageHasMore(page, Page.fragment(item.html(), item.base()));
        var known = KnownPage.read(
                whole ? KnownPages.hash(page) : KnownPage.FROM_FEED,
                PageLook.firstDue(page.canonical(), now),
                ArticleObservation.published(item, now),
                item.title());
        pages.commit(page.canonical().toString(), known, outlet);
        seen.commit(item, 0, now, outlet);
    }

    /** What the feed itself says is better than nothing; the article is tried again, but not for ever. */
    private void miss(Feed.Item item, URI target, int attempts, Instant now, Outlet outlet) {
        failed++;
        if (attempts == 0) {
            outlet.send(observation.of(item, Page.fragment(item.html(), target).at(target), now));
        }
        complete &= attempts + 1 >= MAX_ATTEMPTS;
        seen.commit(item, attempts + 1, now, outlet);
    }
}
