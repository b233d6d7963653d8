/** What was seen, where, by which rule and version. */
@NullMarked
package sightings.evidence;

import org.jspecify.annotations.NullMarked;
