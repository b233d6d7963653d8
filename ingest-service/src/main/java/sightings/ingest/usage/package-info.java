/** Counts of each dataset's day from accesses: the topology and the counting rules. */
@NullMarked
package sightings.ingest.usage;

import org.jspecify.annotations.NullMarked;
