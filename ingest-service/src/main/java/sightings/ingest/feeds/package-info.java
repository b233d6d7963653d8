/** Watches feeds, reads the articles behind their items, and looks at those again now and then. */
@NullMarked
package sightings.ingest.feeds;

import org.jspecify.annotations.NullMarked;
