package sightings.showcase.drawing;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import sightings.event.Area;
import sightings.event.UseType;

/**
 * Draws a story's picture from what the story is: its place within the city, a sign for each of its datasets, and the
 * sign of its kind. The same story gets the same picture.
 *
 * @param seed the story's id
 * @param type the kind of use
 * @param area its place, if it has one
 * @param themes what its datasets are about, one for each dataset
 * @param description the picture in words
 */
public record StoryPicture(
        String seed, UseType type, @Nullable Area area, List<Theme> themes, String description) {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;
    private static final int MOST_SIGNS = 5;
    private static final String LIGHT = "#ffffff";
    private static final String GLOW = "#f2b233";

    public StoryPicture {
        themes = List.copyOf(themes);
    }

    /** The picture within these boundaries. */
    public String draw(Boundaries boundaries) {
        var theme = themes.isEmpty() ? Theme.OTHER : themes.getFirst();
        var svg = new Svg();
        svg.start("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 800 500", "role", "img");
        svg.start("title").text(description).end("title");
        svg.drawn(grounds(theme));
        svg.element("rect", "width", WIDTH, "height", HEIGHT, "fill", "url(#ground)");
        if (boundaries.isEmpty()) {
            drawRings(svg, theme);
        } else {
            drawCity(svg, boundaries);
        }
        svg.element("rect", "y", 330, "width", WIDTH, "height", 170, "fill", "url(#shade)");
        drawSigns(svg, theme);
        drawEmblem(svg);
        return svg.end("svg").toString();
    }

    private static String grounds(Theme theme) {
        return "<defs><linearGradient id='ground' x1='0' y1='0' x2='1' y2='1'><stop offset='0' stop-color='"
                + theme.ground()
                + "'/><stop offset='1' stop-color='#0a1626'/></linearGradient>"
                + "<linearGradient id='shade' x1='0' y1='0' x2='0' y2='1'><stop offset='0' stop-color='#060d18' stop-opacity='0'/>"
                + "<stop offset='1' stop-color='#060d18' stop-opacity='.75'/></linearGradient></defs>";
    }

    private void drawCity(Svg svg, Boundaries boundaries) {
        Optional<District> here = area == null ? Optional.empty() : boundaries.of(area);
        // With a place, that place fills the middle and its neighbours the rest; without one, all of the city does.
        var plane = here.map(district -> new Plane(district.box(), 300, 110, 300, 230))
                .orElseGet(() -> area == null
                        ? new Plane(boundaries.box(), 330, 25, 400, 450)
                        : new Plane(Box.around(List.of(point(area))).grown(2), 300, 110, 300, 230));
        var seen = plane.seen(WIDTH, HEIGHT);
        for (District district : boundaries.districts()) {
            if (district.box().meets(seen) && !here.equals(Optional.of(district))) {
                svg.element(
                        "path",
                        "d",
                        plane.path(district),
                        "fill",
                        LIGHT,
                        "fill-opacity",
                        shade(district.name()),
                        "stroke",
                        LIGHT,
                        "stroke-opacity",
                        ".3",
                        "stroke-width",
                        "1.5",
                        "stroke-linejoin",
                        "round");
            }
        }
        here.ifPresent(district -> drawHere(svg, plane, district));
        if (area != null) {
            drawPin(svg, plane.x(point(area)), plane.y(point(area)));
            drawInset(svg, boundaries, area);
        }
    }

    private static void drawHere(Svg svg, Plane plane, District district) {
        var path = plane.path(district);
        svg.drawn("<clipPath id='here'>").element("path", "d", path).drawn("</clipPath>");
        svg.element("path", "d", path, "fill", GLOW);
        // Streets, one block in four a wide one.
        svg.start("g", "clip-path", "url(#here)", "stroke", "#8a5a00", "stroke-opacity", ".28");
        for (int i = 0; i * 13 < WIDTH; i++) {
            var width = i % 4 == 0 ? "3" : "1";
            svg.element("path", "d", "M" + i * 13 + " 0V500M0 " + i * 13 + "H800", "stroke-width", width);
        }
        svg.end("g");
        svg.element(
                "path", "d", path, "fill", "none", "stroke", LIGHT, "stroke-width", "4", "stroke-linejoin", "round");
    }

    private static void drawPin(Svg svg, double x, double y) {
        svg.element("circle", "cx", x, "cy", y, "r", 46, "fill", LIGHT, "fill-opacity", ".18");
        svg.element("circle", "cx", x, "cy", y, "r", 28, "fill", LIGHT, "fill-opacity", ".3");
        svg.element("circle", "cx", x, "cy", y, "r", 13, "fill", "#c2203a", "stroke", LIGHT, "stroke-width", "4");
    }

    /** Where in the city that is, for those who know its shape. */
    private static void drawInset(Svg svg, Boundaries boundaries, Area area) {
        var plane = new Plane(boundaries.box(), 655, 30, 115, 150);
        var outline = new StringBuilder();
        boundaries.districts().forEach(district -> outline.append(plane.path(district)));
        svg.element("path", "d", outline, "fill", LIGHT, "fill-opacity", ".85");
        svg.element(
                "circle",
                "cx",
                plane.x(point(area)),
                "cy",
                plane.y(point(area)),
                "r",
                8,
                "fill",
                "#c2203a",
                "stroke",
                LIGHT,
                "stroke-width",
                "2.5");
    }

    /** Without boundaries: rings around the place, and blocks of a city that has no name. */
    private void drawRings(Svg svg, Theme theme) {
        var chance = chance();
        for (int x = 0; x < WIDTH; x += 50) {
            for (int y = 0; y < HEIGHT; y += 50) {
                svg.element(
                        "rect",
                        "x",
                        x + 4,
                        "y",
                        y + 4,
                        "width",
                        42,
                        "height",
                        42,
                        "rx",
                        3,
                        "fill",
                        LIGHT,
                        "fill-opacity",
                        Math.round(chance.nextDouble() * 9) / 100.0 + .02 + "");
            }
        }
        for (int ring = 4; ring > 0; ring--) {
            svg.element(
                    "circle",
                    "cx",
                    470,
                    "cy",
                    225,
                    "r",
                    ring * 46,
                    "fill",
                    "none",
                    "stroke",
                    GLOW,
                    "stroke-opacity",
                    1 - ring * .2 + "",
                    "stroke-width",
                    "5");
        }
        drawPin(svg, 470, 225);
        svg.drawn("<!-- " + theme.name().toLowerCase(java.util.Locale.ROOT) + " -->");
    }

    private void drawSigns(Svg svg, Theme theme) {
        var shown = themes.isEmpty() ? List.of(theme) : themes.subList(0, Math.min(MOST_SIGNS, themes.size()));
        int x = 40;
        for (Theme each : shown) {
            svg.element("circle", "cx", x + 34, "cy", 440, "r", 34, "fill", LIGHT);
            sign(svg, each.sign(), x + 14, 420, 40, each.ground());
            x += 80;
        }
        if (themes.size() > MOST_SIGNS) {
            svg.start(
                    "text",
                    "x",
                    x,
                    "y",
                    454,
                    "fill",
                    LIGHT,
                    "font-family",
                    "sans-serif",
                    "font-size",
                    38,
                    "font-weight",
                    700);
            svg.text("+" + (themes.size() - MOST_SIGNS)).end("text");
        }
    }

    private void drawEmblem(Svg svg) {
        svg.element(
                "rect", "x", 40, "y", 36, "width", 84, "height", 84, "rx", 12, "fill", LIGHT, "fill-opacity", ".14");
        sign(svg, Emblem.of(type), 56, 52, 52, LIGHT);
    }

    private static void sign(Svg svg, String drawing, double x, double y, double size, String colour) {
        svg.start(
                "g",
                "transform",
                "translate(" + Svg.number(x) + " " + Svg.number(y) + ") scale(" + size / 24 + ")",
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                "1.7",
                "stroke-linecap",
                "round",
                "stroke-linejoin",
                "round");
        svg.drawn(drawing).end("g");
    }

    private static String shade(String name) {
        return "." + (10 + Math.floorMod(name.hashCode(), 9));
    }

    private static Point point(Area area) {
        return new Point(area.longitude(), area.latitude());
    }

    private RandomGenerator chance() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed.hashCode());
    }
}
