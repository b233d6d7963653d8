/** Watches GitHub: code search for the portals' hosts, the files it names, and the facts of their repositories. */
@NullMarked
package sightings.ingest.github;

import org.jspecify.annotations.NullMarked;
