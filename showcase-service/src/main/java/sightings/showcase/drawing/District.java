package sightings.showcase.drawing;

import java.util.List;

/**
 * One area of the city, as residents call it.
 *
 * @param name such as {@code Near West Side}
 * @param rings its outlines; a point is inside where an odd number of them goes around it
 */
public record District(String name, List<List<Point>> rings) {

    public District {
        rings = rings.stream().map(List::copyOf).toList();
    }

    /** Whether the point lies in it. */
    boolean holds(Point point) {
        boolean inside = false;
        for (List<Point> ring : rings) {
            inside ^= goesAround(ring, point);
        }
        return inside;
    }

    Box box() {
        return Box.around(rings.stream().flatMap(List::stream).toList());
    }

    private static boolean goesAround(List<Point> ring, Point point) {
        boolean inside = false;
        for (int i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
            var from = ring.get(before);
            var to = ring.get(i);
            boolean crosses = from.latitude() > point.latitude() != to.latitude() > point.latitude();
            if (crosses && point.longitude() < longitudeAt(point.latitude(), from, to)) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double longitudeAt(double latitude, Point from, Point to) {
        double share = (latitude - from.latitude()) / (to.latitude() - from.latitude());
        return from.longitude() + share * (to.longitude() - from.longitude());
    }
}
