package sightings.showcase.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;
import sightings.event.Area;
import sightings.showcase.drawing.CityMap;
import sightings.showcase.drawing.District;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;

/** The places of stories, numbered from north to south: the same numbers on every map, in lists and in chapters. */
@Component
class StoryPlaces {

    private static final double CLOSE = 12;
    private static final double WHOLE_CITY = 10;

    private final UseQueries uses;
    private final StoryCards cards;
    private final CityBoundaries boundaries;
    private final CitySettings city;
    private final Wording wording;

    StoryPlaces(UseQueries uses, StoryCards cards, CityBoundaries boundaries, CitySettings city, Wording wording) {
        this.uses = uses;
        this.cards = cards;
        this.boundaries = boundaries;
        this.city = city;
        this.wording = wording;
    }

    /**
     * A story with its place.
     *
     * @param number from 1, north to south
     * @param area the place
     * @param card the story
     */
    record Placed(int number, Area area, StoryCard card) {}

    /** All stories that have a place. */
    List<Placed> all(Locale locale) {
        var found = uses.storiesWithPlace(StoryFilter.all(locale.getLanguage())).stream()
                .sorted(Comparator.comparingDouble(
                                (UseDocument use) -> -area(use).latitude())
                        .thenComparing(use -> use.id().value()))
                .toList();
        var placed = new ArrayList<Placed>();
        for (UseDocument use : found) {
            placed.add(new Placed(placed.size() + 1, area(use), cards.of(use, locale)));
        }
        return placed;
    }

    /** The map of all these. */
    MapView map(List<Placed> placed, Locale locale) {
        var label = wording.text(locale, "map.label", city.name(), placed.size());
        var places = placed.stream()
                .map(each -> new CityMap.Place(
                        each.number(),
                        each.area(),
                        each.card().title(),
                        each.card().url()))
                .toList();
        var centre = city.map() == null ? centreOf(placed) : list(city.map().centre());
        return new MapView(
                new CityMap(label, places, null).draw(boundaries.boundaries()),
                label,
                "/map/stories.geojson?lang=" + locale.getLanguage(),
                boundariesUrl(),
                centre,
                city.map() == null ? WHOLE_CITY : city.map().zoom(),
                null);
    }

    /** The map of one place. */
    MapView map(UseDocument use, Locale locale) {
        var area = area(use);
        var label = wording.text(locale, "map.label.place", city.name(), area.name());
        var here = boundaries.boundaries().of(area).map(District::name).orElse(null);
        var place = new CityMap.Place(0, area, area.name(), "");
        return new MapView(
                new CityMap(label, List.of(place), here).draw(boundaries.boundaries()),
                label,
                "/map/stories.geojson?story=" + use.id().value() + "&lang=" + locale.getLanguage(),
                boundariesUrl(),
                area.longitude() + "," + area.latitude(),
                CLOSE,
                here);
    }

    private @org.jspecify.annotations.Nullable String boundariesUrl() {
        return boundaries.boundaries().isEmpty() ? null : "/map/boundaries.geojson";
    }

    private static String centreOf(List<Placed> placed) {
        return placed.isEmpty()
                ? "0,0"
                : placed.getFirst().area().longitude() + ","
                        + placed.getFirst().area().latitude();
    }

    private static String list(List<Double> centre) {
        return centre.get(0) + "," + centre.get(1);
    }

    private static Area area(UseDocument use) {
        return Objects.requireNonNull(StoryCards.story(use).area(), "A story on the map has a place");
    }
}
