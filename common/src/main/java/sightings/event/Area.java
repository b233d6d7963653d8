package sightings.event;

/**
 * A place in the city that a story or problem statement is about.
 *
 * @param name as residents call it
 * @param longitude degrees east, WGS 84
 * @param latitude degrees north, WGS 84
 */
public record Area(String name, double longitude, double latitude) {

    /** @throws IllegalArgumentException where the point is not on the globe */
    public Area {
        if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("Not a point on the globe: " + longitude + ", " + latitude);
        }
    }
}
