/** What staff ask of this side at the desk: instructions, heard from their topic, and questions, answered over HTTP. */
@NullMarked
package sightings.ingest.asked;

import org.jspecify.annotations.NullMarked;
