/** Access logs as accesses, with the visitors left behind. */
@NullMarked
package sightings.ingest.downloads;

import org.jspecify.annotations.NullMarked;
