/** Folds events into documents: pure folds, their edge to Kafka, and the rebuild beside the live index. */
@NullMarked
package sightings.showcase.projection;

import org.jspecify.annotations.NullMarked;
