package sightings.showcase.api;

import org.jspecify.annotations.Nullable;
import sightings.event.Area;

/**
 * A place.
 *
 * @param name as residents call it
 * @param longitude degrees east, WGS 84
 * @param latitude degrees north, WGS 84
 */
record PlaceJson(String name, double longitude, double latitude) {

    static @Nullable PlaceJson of(@Nullable Area area) {
        return area == null ? null : new PlaceJson(area.name(), area.longitude(), area.latitude());
    }
}
