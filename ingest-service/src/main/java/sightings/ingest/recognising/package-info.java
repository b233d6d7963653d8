/** Observation and catalogue to sightings: pure, linear in the text, each find with its reasons. */
@NullMarked
package sightings.ingest.recognising;

import org.jspecify.annotations.NullMarked;
