package sightings.ingest.feeds;

import java.time.Duration;

/** What came of asking for an article. */
sealed interface ArticleReading {

    /**
     * The page is there.
     *
     * @param page what it says
     */
    record Read(Page page) implements ArticleReading {}

    /** The site does not want it read by robots. */
    record Withheld() implements ArticleReading {}

    /**
     * The site asks to be left alone.
     *
     * @param time for how long
     */
    record Busy(Duration time) implements ArticleReading {}

    /**
     * It is not one to ask: not http(s), not a public address.
     *
     * @param reason for staff
     */
    record Refused(String reason) implements ArticleReading {}

    /**
     * The site says, or shows, that there is no such page.
     *
     * @param reason for staff
     */
    record Missing(String reason) implements ArticleReading {}

    /**
     * No usable answer, which says nothing of the page: the site may be down, or keep us out (403).
     *
     * @param reason for staff
     */
    record Failed(String reason) implements ArticleReading {}
}
