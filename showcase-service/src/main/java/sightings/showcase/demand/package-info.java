/** What visitors of the portals ask for in vain, for staff. */
@NullMarked
package sightings.showcase.demand;

import org.jspecify.annotations.NullMarked;
