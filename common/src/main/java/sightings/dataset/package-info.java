/** How a dataset of the city is named and described on the wire. */
@NullMarked
package sightings.dataset;

import org.jspecify.annotations.NullMarked;
