package sightings.showcase.pages;

import org.jspecify.annotations.Nullable;

/**
 * A map on a page: a drawing, and what the script needs to make it one that moves.
 *
 * @param drawing the map as SVG; empty where there is nothing to draw
 * @param label what it shows, in words
 * @param places address of its places
 * @param boundaries address of its outlines; null where there are none
 * @param centre longitude and latitude
 * @param zoom zoom level
 * @param here name of the area to bring out; null for none
 */
record MapView(
        String drawing,
        String label,
        String places,
        @Nullable String boundaries,
        String centre,
        double zoom,
        @Nullable String here) {}
