/** What the city and the operator set, checked at start, and the clock. */
@NullMarked
package sightings.ingest.settings;

import org.jspecify.annotations.NullMarked;
