/** What portals that give no logs report of their own use. */
@NullMarked
package sightings.ingest.statistics;

import org.jspecify.annotations.NullMarked;
