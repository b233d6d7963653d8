/** The city's datasets and every form in which people link to them. */
@NullMarked
package sightings.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
