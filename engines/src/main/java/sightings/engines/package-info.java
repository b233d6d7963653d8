/** Starts real Kafka and real Elasticsearch without Docker, and ends what it started. */
@NullMarked
package sightings.engines;

import org.jspecify.annotations.NullMarked;
