/** Looking through bytes quickly, for whoever reads much. */
@NullMarked
package sightings.ingest.bytes;

import org.jspecify.annotations.NullMarked;
