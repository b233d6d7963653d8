/** What staff asked of the watching side, and what came of it: documents and the questions asked of them. */
@NullMarked
package sightings.showcase.instructions;

import org.jspecify.annotations.NullMarked;
