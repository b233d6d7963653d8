package sightings.ingest.feeds;

/**
 * How much of one feed is read. What lies beyond is left out, and the feed says so.
 *
 * @param bytes of the document after decompression
 * @param items from the top
 * @param itemCharacters of one item's text
 * @param elements outside items, or within one item, before the document is taken for an attack
 */
record FeedLimits(long bytes, int items, int itemCharacters, int elements) {

    /** As much as feeds with a full archive have; all of it together fits into memory many times. */
    static final FeedLimits DEFAULT = new FeedLimits(16L * 1024 * 1024, 5_000, 256 * 1024, 20_000);
}
