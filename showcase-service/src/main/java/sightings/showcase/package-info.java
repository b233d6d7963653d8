/** Event to document to page, and staff decision to event. */
@NullMarked
package sightings.showcase;

import org.jspecify.annotations.NullMarked;
