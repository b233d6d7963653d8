/** Watches feeds and reads the articles behind their items; the feed library is used here only. */
@NullMarked
package sightings.ingest.feeds;

import org.jspecify.annotations.NullMarked;
