/** Outgoing HTTP: named, polite, capped, and only to addresses that may be asked. */
@NullMarked
package sightings.ingest.web;

import org.jspecify.annotations.NullMarked;
