/** Names of people who agreed to be named, and of staff for the audit trail. */
@NullMarked
package sightings.showcase.people;

import org.jspecify.annotations.NullMarked;
