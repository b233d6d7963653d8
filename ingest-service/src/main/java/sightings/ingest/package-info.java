/** The service that turns the outside world into events. */
@NullMarked
package sightings.ingest;

import org.jspecify.annotations.NullMarked;
