/** How much a use calls the datasets, in words and as a chart, for the public and for staff alike. */
@NullMarked
package sightings.showcase.live;

import org.jspecify.annotations.NullMarked;
