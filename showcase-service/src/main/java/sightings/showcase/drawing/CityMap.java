package sightings.showcase.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.event.Area;

/**
 * Draws the city with numbered places: the map of a page without scripts.
 *
 * @param label what the map shows, in words
 * @param places in order; each is also a link in the text beside the map
 * @param here name of the area to bring out, if any
 */
public record CityMap(
        String label, List<Place> places, @Nullable String here) {

    private static final double WIDTH = 600;
    private static final double TALLEST = 760;
    private static final double APART = 32;

    /**
     * One place.
     *
     * @param number as the text beside the map has it; 0 for a place that stands alone and has none
     * @param area where
     * @param title what is there
     * @param url where its text is
     */
    public record Place(int number, Area area, String title, String url) {}

    private record Pin(double x, double y, Place place) {}

    public CityMap {
        places = List.copyOf(places);
    }

    /** The map within these boundaries; empty where there is nothing to show at all. */
    public String draw(Boundaries boundaries) {
        if (boundaries.isEmpty() && places.isEmpty()) {
            return "";
        }
        var box = boundaries.isEmpty()
                ? Box.around(places.stream().map(CityMap::point).toList()).grown(0.25)
                : boundaries.box();
        double stretch = Math.cos(Math.toRadians(box.centre().latitude()));
        double height = Math.clamp(
                WIDTH * (box.north() - box.south()) / Math.max((box.east() - box.west()) * stretch, 1e-6),
                300,
                TALLEST);
        var plane = new Plane(box, 20, 20, WIDTH - 40, height - 40);
        var svg = new Svg();
        // Its links are the text's links once more, so the drawing is one picture for those who cannot see it.
        svg.start(
                "svg",
                "class",
                "city-map",
                "viewBox",
                "0 0 600 " + Svg.number(height),
                "role",
                "img",
                "aria-label",
                label);
        svg.element("rect", "class", "city-map__ground", "width", WIDTH, "height", height);
        for (District district : boundaries.districts()) {
            boolean isHere = here != null && district.name().equalsIgnoreCase(here);
            svg.element(
                    "path",
                    "class",
                    isHere ? "city-map__area city-map__area--here" : "city-map__area",
                    "d",
                    plane.path(district));
        }
        pins(plane).forEach(pin -> draw(pin, svg));
        return svg.end("svg").toString();
    }

    private static void draw(Pin pin, Svg svg) {
        svg.element("circle", "class", "city-map__pin", "cx", pin.x(), "cy", pin.y(), "r", 15);
        if (pin.place().number() > 0) {
            svg.start("text", "class", "city-map__number", "x", pin.x(), "y", pin.y() + 6)
                    .text(Integer.toString(pin.place().number()))
                    .end("text");
        }
    }

    /** Two stories in one place would hide each other: the later one moves aside. */
    private List<Pin> pins(Plane plane) {
        var pins = new ArrayList<Pin>();
        for (Place place : places) {
            var pin = new Pin(plane.x(point(place)), plane.y(point(place)), place);
            for (int turn = 0; turn < 6 && isTaken(pin, pins); turn++) {
                double angle = Math.PI / 3 * turn;
                pin = new Pin(
                        plane.x(point(place)) + Math.cos(angle) * APART,
                        plane.y(point(place)) + Math.sin(angle) * APART,
                        place);
            }
            pins.add(pin);
        }
        return pins;
    }

    private static boolean isTaken(Pin pin, List<Pin> pins) {
        return pins.stream().anyMatch(other -> Math.hypot(other.x() - pin.x(), other.y() - pin.y()) < APART - 2);
    }

    private static Point point(Place place) {
        return new Point(place.area().longitude(), place.area().latitude());
    }
}
