/** The command line's way into reading catalogues, recognising and counting: without Kafka, Elasticsearch and Spring. */
@NullMarked
package sightings.ingest.commands;

import org.jspecify.annotations.NullMarked;
