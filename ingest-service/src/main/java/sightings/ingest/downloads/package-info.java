/** Access logs as accesses, with the visitors left behind; and what a portal reports of itself. */
@NullMarked
package sightings.ingest.downloads;

import org.jspecify.annotations.NullMarked;
