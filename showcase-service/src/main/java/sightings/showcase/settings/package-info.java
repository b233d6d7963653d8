/** What the city and the operator set, checked at start, and the clock. */
@NullMarked
package sightings.showcase.settings;

import org.jspecify.annotations.NullMarked;
