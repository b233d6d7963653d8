/** Uses and their sightings as documents, and the questions that pages, desk and API ask of them. */
@NullMarked
package sightings.showcase.uses;

import org.jspecify.annotations.NullMarked;
