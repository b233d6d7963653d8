/** Watches GitHub: searches for the portals' hosts and the datasets' ids, the files they name, and what becomes of them. */
@NullMarked
package sightings.ingest.github;

import org.jspecify.annotations.NullMarked;
