/** Draws: the pictures of stories, the map of the city and the chart of usage, as SVG; pure and the same each time. */
@NullMarked
package sightings.showcase.drawing;

import org.jspecify.annotations.NullMarked;
