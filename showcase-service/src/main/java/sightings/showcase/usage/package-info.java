/** How much the datasets are used as documents, and the numbers that the public may see. */
@NullMarked
package sightings.showcase.usage;

import org.jspecify.annotations.NullMarked;
