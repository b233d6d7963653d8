/** What staff may do with uses and problem statements: commands in, events or refusals out; no Spring, no Kafka. */
@NullMarked
package sightings.showcase.curation;

import org.jspecify.annotations.NullMarked;
