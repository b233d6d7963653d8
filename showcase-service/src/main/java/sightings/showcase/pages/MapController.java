package sightings.showcase.pages;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import sightings.showcase.pages.StoryPlaces.Placed;
import sightings.showcase.web.MissingException;

/** The story map, and what its script asks for. */
@Controller
class MapController {

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final StoryPlaces places;
    private final CityBoundaries boundaries;

    MapController(StoryPlaces places, CityBoundaries boundaries) {
        this.places = places;
        this.boundaries = boundaries;
    }

    @GetMapping("/story-map")
    String storyMap(Locale locale, Model model) {
        var placed = places.all(locale);
        model.addAttribute("places", placed);
        model.addAttribute("map", places.map(placed, locale));
        return "pages/story-map";
    }

    @GetMapping("/map/stories.geojson")
    ResponseEntity<Map<String, Object>> stories(@RequestParam @Nullable String story, Locale locale) {
        var features = places.all(locale).stream()
                .filter(placed -> story == null || placed.card().id().equals(story))
                .map(placed -> feature(placed, story == null))
                .toList();
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .cacheControl(CacheControl.noCache())
                .body(Map.of("type", "FeatureCollection", "features", features));
    }

    @GetMapping("/map/boundaries.geojson")
    ResponseEntity<byte[]> boundaries() {
        if (boundaries.boundaries().isEmpty()) {
            throw new MissingException("boundaries");
        }
        var body = boundaries.geoJson();
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .eTag('"' + DigestUtils.md5DigestAsHex(body) + '"')
                .body(body);
    }

    private static Map<String, Object> feature(Placed placed, boolean numbered) {
        var card = placed.card();
        return Map.of(
                "type", "Feature",
                "geometry",
                        Map.of(
                                "type",
                                "Point",
                                "coordinates",
                                List.of(placed.area().longitude(), placed.area().latitude())),
                "properties",
                        Map.of(
                                "number", numbered ? Integer.toString(placed.number()) : "",
                                "title", card.title(),
                                "place", placed.area().name(),
                                "url", card.url()));
    }
}
