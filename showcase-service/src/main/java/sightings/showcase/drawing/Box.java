package sightings.showcase.drawing;

import java.util.Collection;

/** The rectangle that holds some points of the globe. */
record Box(double west, double south, double east, double north) {

    /** The smallest box around the points; there is at least one. */
    static Box around(Collection<Point> points) {
        double west = 180;
        double south = 90;
        double east = -180;
        double north = -90;
        for (Point point : points) {
            west = Math.min(west, point.longitude());
            south = Math.min(south, point.latitude());
            east = Math.max(east, point.longitude());
            north = Math.max(north, point.latitude());
        }
        return new Box(west, south, east, north);
    }

    /** Whether the two share any point. */
    boolean meets(Box other) {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }

    /** The same box with this much of its size added on each side, and never smaller than a city block. */
    Box grown(double share) {
        double wide = Math.max(east - west, 0.01) * share;
        double high = Math.max(north - south, 0.01) * share;
        return new Box(west - wide, south - high, east + wide, north + high);
    }

    Point centre() {
        return new Point((west + east) / 2, (south + north) / 2);
    }
}
