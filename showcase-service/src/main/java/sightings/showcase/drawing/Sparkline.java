package sightings.showcase.drawing;

import java.util.List;

/**
 * Draws how a number went, as a line without axes beside the number itself, whose words say what it shows.
 *
 * @param values oldest first
 */
public record Sparkline(List<Long> values) {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 32;
    private static final double EDGE = 3;

    public Sparkline {
        values = List.copyOf(values);
    }

    /** The line; empty where there are fewer than two values. */
    public String draw() {
        if (values.size() < 2) {
            return "";
        }
        long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        var path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            double x = EDGE + (WIDTH - 2 * EDGE) * i / (values.size() - 1);
            double y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * values.get(i) / most;
            path.append(i == 0 ? "M" : "L").append(Svg.number(x)).append(' ').append(Svg.number(y));
        }
        return new Svg()
                .start(
                        "svg",
                        "class",
                        "sparkline",
                        "viewBox",
                        "0 0 120 32",
                        "aria-hidden",
                        "true",
                        "focusable",
                        "false")
                .element("path", "d", path)
                .end("svg")
                .toString();
    }
}
