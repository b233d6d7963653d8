/** How each source is, for staff. */
@NullMarked
package sightings.showcase.sources;

import org.jspecify.annotations.NullMarked;
