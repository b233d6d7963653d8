/** The port that every watcher implements, the rounds they make, and the health of each source. */
@NullMarked
package sightings.ingest.watching;

import org.jspecify.annotations.NullMarked;
