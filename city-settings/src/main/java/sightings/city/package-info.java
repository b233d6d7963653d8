/** The city's one file, {@code city.yml}, as both services read it, and what its author is told of a wrong key. */
@NullMarked
package sightings.city;

import org.jspecify.annotations.NullMarked;
