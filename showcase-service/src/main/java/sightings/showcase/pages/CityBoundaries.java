package sightings.showcase.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;
import sightings.showcase.drawing.Boundaries;
import sightings.showcase.drawing.District;
import sightings.showcase.drawing.Point;
import tools.jackson.databind.json.JsonMapper;

/** The boundaries that {@code city.map.boundaries} names, read once. A file that cannot be used costs the outlines only. */
@Component
class CityBoundaries {

    private static final Logger log = LoggerFactory.getLogger(CityBoundaries.class);

    private final Boundaries boundaries;
    private final byte[] geoJson;

    CityBoundaries(CitySettings city) {
        boundaries = read(city);
        geoJson = JsonMapper.shared().writeValueAsBytes(geoJson(boundaries));
    }

    /** The areas of the city; none where none are set. */
    Boundaries boundaries() {
        return boundaries;
    }

    /** The same for a map in the browser: each area with its name and nothing else of the file. */
    byte[] geoJson() {
        return geoJson.clone();
    }

    private static Boundaries read(CitySettings city) {
        var map = city.map();
        if (map == null || map.boundaries() == null) {
            return Boundaries.NONE;
        }
        try {
            var read = Boundaries.parse(Files.readAllBytes(map.boundaries()));
            log.info("map: {} areas of {} read", read.districts().size(), city.name());
            return read;
        } catch (IOException | IllegalArgumentException e) {
            log.warn(
                    "city.map.boundaries: '{}' cannot be used, so maps have no outlines; right would be a GeoJSON file",
                    map.boundaries(),
                    e);
            return Boundaries.NONE;
        }
    }

    private static Map<String, Object> geoJson(Boundaries boundaries) {
        var features = boundaries.districts().stream()
                .map(district -> Map.of(
                        "type", "Feature",
                        "properties", Map.of("name", district.name()),
                        "geometry", Map.of("type", "MultiPolygon", "coordinates", polygons(district))))
                .toList();
        return Map.of("type", "FeatureCollection", "features", features);
    }

    private static List<List<List<double[]>>> polygons(District district) {
        var polygons = new ArrayList<List<List<double[]>>>();
        for (List<Point> ring : district.rings()) {
            polygons.add(List.of(ring.stream().map(CityBoundaries::pair).toList()));
        }
        return polygons;
    }

    private static double[] pair(Point point) {
        // A fifth decimal is about a metre.
        return new double[] {Math.round(point.longitude() * 1e5) / 1e5, Math.round(point.latitude() * 1e5) / 1e5};
    }
}
