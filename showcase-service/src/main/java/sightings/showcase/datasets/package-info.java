/** Datasets of the city as documents, and the questions asked of them. */
@NullMarked
package sightings.showcase.datasets;

import org.jspecify.annotations.NullMarked;
