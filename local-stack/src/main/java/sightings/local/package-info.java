/** One command for everything on one machine: starts it, watches it, stops it, backs it up. */
@NullMarked
package sightings.local;

import org.jspecify.annotations.NullMarked;
