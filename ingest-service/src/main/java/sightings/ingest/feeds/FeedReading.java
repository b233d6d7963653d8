package sightings.ingest.feeds;

import java.net.URI;
import java.util.List;

/** What came of reading a document that was said to be a feed. */
sealed interface FeedReading {

    /**
     * It is one.
     *
     * @param feed what it holds, perhaps with remarks
     */
    record Parsed(Feed feed) implements FeedReading {}

    /**
     * It is a web page.
     *
     * @param feeds the feeds that the page names, its first choice first; empty where it names none
     */
    record WebPage(List<URI> feeds) implements FeedReading {

        public WebPage {
            feeds = List.copyOf(feeds);
        }
    }

    /**
     * It is nothing that can be read.
     *
     * @param reason for staff
     */
    record Unreadable(String reason) implements FeedReading {}
}
