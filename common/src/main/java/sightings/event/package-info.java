/** The event contract: sealed event types, their CloudEvents envelope, the only codec, and the topics. */
@NullMarked
package sightings.event;

import org.jspecify.annotations.NullMarked;
