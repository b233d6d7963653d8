/** The staff's pages: sign-in, inbox, decisions, problem statements, health of the sources. */
@NullMarked
package sightings.showcase.desk;

import org.jspecify.annotations.NullMarked;
