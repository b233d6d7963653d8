/** Kafka at the edge: topics, transactions, checkpoints, and who owns a source. */
@NullMarked
package sightings.ingest.publishing;

import org.jspecify.annotations.NullMarked;
