/** The public's API: JSON, CSV, GeoJSON and feeds, version 1. */
@NullMarked
package sightings.showcase.api;

import org.jspecify.annotations.NullMarked;
