/** The kept topics as one file, and back. */
@NullMarked
package sightings.local.backup;

import org.jspecify.annotations.NullMarked;
