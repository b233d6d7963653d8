package sightings.showcase.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sightings.event.Area;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The areas of the city. There may be none: then maps show places without outlines.
 *
 * @param districts in the order of the file
 */
public record Boundaries(List<District> districts) {

    /** Where a city has set no boundaries. */
    public static final Boundaries NONE = new Boundaries(List.of());

    private static final List<String> NAMES =
            List.of("name", "NAME", "community", "COMMUNITY", "neighborhood", "NEIGHBORHOOD", "label", "mapname");

    public Boundaries {
        districts = List.copyOf(districts);
    }

    /**
     * Reads polygons with a name out of GeoJSON; what is neither is left out.
     *
     * @throws IllegalArgumentException where it is no GeoJSON feature collection
     */
    public static Boundaries parse(byte[] geoJson) {
        try {
            var root = JsonMapper.shared().readTree(geoJson);
            if (!root.path("features").isArray()) {
                throw new IllegalArgumentException("Not a GeoJSON FeatureCollection: it has no features");
            }
            var districts = new ArrayList<District>();
            for (JsonNode feature : root.path("features")) {
                var rings = rings(feature.path("geometry"));
                if (!rings.isEmpty()) {
                    districts.add(new District(name(feature.path("properties")), rings));
                }
            }
            return new Boundaries(districts);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The area of this name, or else the one that the place lies in. */
    public Optional<District> of(Area area) {
        return districts.stream()
                .filter(district -> district.name().equalsIgnoreCase(area.name()))
                .findFirst()
                .or(() -> at(area.longitude(), area.latitude()));
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return districts.isEmpty();
    }

    private Optional<District> at(double longitude, double latitude) {
        var point = new Point(longitude, latitude);
        return districts.stream().filter(district -> district.holds(point)).findFirst();
    }

    Box box() {
        return Box.around(districts.stream()
                .flatMap(district -> district.rings().stream())
                .flatMap(List::stream)
                .toList());
    }

    private static String name(JsonNode properties) {
        return NAMES.stream()
                .map(properties::path)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst()
                .orElse("");
    }

    private static List<List<Point>> rings(JsonNode geometry) {
        var rings = new ArrayList<List<Point>>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> geometry.path("coordinates").forEach(ring -> addRing(ring, rings));
            case "MultiPolygon" ->
                geometry.path("coordinates").forEach(polygon -> polygon.forEach(ring -> addRing(ring, rings)));
            default -> {
                // A point or a line bounds nothing.
            }
        }
        return rings;
    }

    private static void addRing(JsonNode coordinates, List<List<Point>> rings) {
        var ring = new ArrayList<Point>();
        for (JsonNode pair : coordinates) {
            if (pair.path(0).isNumber() && pair.path(1).isNumber()) {
                ring.add(new Point(pair.path(0).doubleValue(), pair.path(1).doubleValue()));
            }
        }
        if (ring.size() >= 4) {
            rings.add(ring);
        }
    }
}
