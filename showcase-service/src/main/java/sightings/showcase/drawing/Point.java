package sightings.showcase.drawing;

/**
 * A point of the globe.
 *
 * @param longitude degrees east, WGS 84
 * @param latitude degrees north, WGS 84
 */
public record Point(double longitude, double latitude) {}
