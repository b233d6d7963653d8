/** Where documents are kept: names of the indices, their mappings, and JSON that is the same bytes each time. */
@NullMarked
package sightings.showcase.index;

import org.jspecify.annotations.NullMarked;
