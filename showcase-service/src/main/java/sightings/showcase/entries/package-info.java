/** What staff write, as documents, and the questions asked of it. */
@NullMarked
package sightings.showcase.entries;

import org.jspecify.annotations.NullMarked;
