/** The outside world of the sample city: portal, GitHub, feeds and an access log that grows. */
@NullMarked
package sightings.local.world;

import org.jspecify.annotations.NullMarked;
