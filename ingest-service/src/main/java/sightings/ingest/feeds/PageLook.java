package sightings.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import sightings.event.PlaceConfirmed;
import sightings.event.PlaceGone;
import sightings.evidence.GoneReason;
import sightings.evidence.Said;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.Redactor;
import sightings.ingest.watching.RoundReport;

/**
 * Looks again at articles' pages, a few at a time and each every four weeks. A page that says something else is observed
 * anew; one that says the same is confirmed. One that was not there on three days over at least a week is told to be gone; it is still looked at, and its
 * place is forgotten 180 days later. A site that is down, or keeps us out, says nothing of its pages.
 */
final class PageLook {

    private static final int PAGES = 5;
    private static final Duration MORE = Duration.ofMinutes(10);
    private static final int USUAL = 28;
    private static final int SOON = 4;
    private static final int STRIKES = 3;
    private static final int STRIKE_DAYS = 7;
    private static final int REMEMBERED = 180;

    private final ArticleObservation observation;
    private final Articles articles;
    private final KnownPages pages;
    private int looked;
    private int changed;
    private int confirmed;
    private int gone;

    PageLook(ArticleObservation observation, Articles articles, KnownPages pages) {
        this.observation = observation;
        this.articles = articles;
        this.pages = pages;
    }

    /** The day of the first look: two to six weeks from now, so that not all of a feed's pages are due at once. */
    static long firstDue(URI page, Instant now) {
        return KnownPages.day(now) + USUAL / 2 + Math.floorMod(page.hashCode(), USUAL);
    }

    /**
     * Looks at a few pages that are due, and adds to the report what came of it.
     *
     * @throws InterruptedException when the service stops
     */
    RoundReport goOn(RoundReport report, Instant now, Outlet outlet) throws InterruptedException {
        for (var due : pages.due(now, PAGES)) {
            if (!look(due.getKey(), due.getValue(), now, outlet)) {
                break;
            }
        }
        if (looked == 0) {
            return report;
        }
        boolean soon = !pages.due(now, 1).isEmpty() && report.next().compareTo(MORE) > 0;
        var counters = new TreeMap<>(report.counters());
        counters.put("lookedAgain", (long) looked);
        counters.put("changed", (long) changed);
        counters.put("confirmed", (long) confirmed);
        counters.put("gone", (long) gone);
        return RoundReport.ok(report.items(), report.failures(), soon ? MORE : report.next())
                .with(report.state(), report.notes())
                .with(counters);
    }

    /** Whether to go on: not where the site asks to be left alone. */
    private boolean look(String address, KnownPage known, Instant now, Outlet outlet) throws InterruptedException {
        long today = KnownPages.day(now);
        if (known.told() && today - known.since() >= REMEMBERED) {
            outlet.forget(Redactor.address(address));
            pages.commit(address, null, outlet);
            return true;
        }
        looked++;
        switch (articles.read(URI.create(address))) {
            case ArticleReading.Read(Page page) -> standing(address, known, page, now, outlet);
            case ArticleReading.Missing(String reason) -> missing(address, known, reason, now, outlet);
            case ArticleReading.Busy _ -> {
                pages.commit(address, known.later(today + 1), outlet);
                return false;
            }
            case ArticleReading.Withheld _, ArticleReading.Refused _, ArticleReading.Failed _ ->
                pages.commit(address, known.later(today + SOON), outlet);
        }
        return true;
    }

    private void standing(String address, KnownPage known, Page page, Instant now, Outlet outlet) {
        long due = KnownPages.day(now) + USUAL;
        var hash = KnownPages.hash(page);
        var own = page.canonical().toString();
        if (!own.equals(address)) {
            moved(address, known, page, now, outlet);
            return;
        }
        boolean back = known.told();
        boolean feedHasMore = known.text().equals(KnownPage.FROM_FEED) && !back;
        if (back || !feedHasMore && !known.text().equals(hash)) {
            changed++;
            outlet.send(observation.again(known, page, now));
        } else if (!feedHasMore) {
            // Each look is weeks after the one before, so that this is not told more often than it is worth.
            confirmed++;
            outlet.send(new PlaceConfirmed(observation.source(), Redactor.address(address), now));
        }
        pages.commit(address, known.standing(feedHasMore ? KnownPage.FROM_FEED : hash, due), outlet);
    }

    /** The page is known by another address now: it is observed there, and is gone here. */
    private void moved(String address, KnownPage known, Page page, Instant now, Outlet outlet) {
        long due = KnownPages.day(now) + USUAL;
        var target = page.canonical().toString();
        if (pages.get(target) == null) {
            changed++;
            outlet.send(observation.again(known, page, now));
            pages.commit(target, known.standing(KnownPages.hash(page), due), outlet);
        }
        if (known.told()) {
            pages.commit(address, known.later(due), outlet);
        } else {
            tell(address, known, GoneReason.PAGE_MOVED.with(Redactor.address(target)), now, outlet);
        }
    }

    private void missing(String address, KnownPage known, String reason, Instant now, Outlet outlet) {
        long today = KnownPages.day(now);
        if (known.told()) {
            pages.commit(address, known.later(today + USUAL), outlet);
            return;
        }
        boolean often = known.strikes() + 1 >= STRIKES && today - known.since() >= STRIKE_DAYS;
        if (often) {
            tell(address, known, GoneReason.PAGE_REMOVED.with(reason), now, outlet);
        } else {
            pages.commit(address, known.missed(today, today + SOON), outlet);
        }
    }

    private void tell(String address, KnownPage known, Said reason, Instant now, Outlet outlet) {
        gone++;
        outlet.send(new PlaceGone(observation.source(), Redactor.address(address), reason, now));
        pages.commit(address, known.gone(KnownPages.day(now), KnownPages.day(now) + USUAL), outlet);
    }
}
