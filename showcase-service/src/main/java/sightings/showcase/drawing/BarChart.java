package sightings.showcase.drawing;

import java.util.List;

/**
 * Draws a few numbers as bars, each under its name, so that it fits the narrowest window.
 *
 * @param label what the chart shows, in words; the numbers stand in the table beside it
 * @param bars in order
 */
public record BarChart(String label, List<Bar> bars) {

    private static final double WIDTH = 320;
    private static final double ROW = 44;

    /**
     * One bar.
     *
     * @param name what is counted
     * @param count how many
     * @param text the number in words
     * @param style name of its colour
     */
    public record Bar(String name, long count, String text, String style) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** The chart; empty where there are no bars. */
    public String draw() {
        if (bars.isEmpty()) {
            return "";
        }
        long most = Math.max(1, bars.stream().mapToLong(Bar::count).max().orElse(1));
        var svg = new Svg();
        svg.start("svg", "viewBox", "0 0 320 " + Svg.number(bars.size() * ROW), "role", "img", "aria-label", label);
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            double y = i * ROW;
            svg.start("text", "class", "bars__name", "x", 0, "y", y + 15)
                    .text(bar.name())
                    .end("text");
            svg.start("text", "class", "bars__count", "x", WIDTH, "y", y + 15, "text-anchor", "end")
                    .text(bar.text())
                    .end("text");
            svg.element("rect", "class", "bars__ground", "x", 0, "y", y + 21, "width", WIDTH, "height", 12, "rx", 2);
            if (bar.count() > 0) {
                double width = Math.max(2, WIDTH * bar.count() / most);
                svg.element("rect", "class", bar.style(), "x", 0, "y", y + 21, "width", width, "height", 12, "rx", 2);
            }
        }
        return svg.end("svg").toString();
    }
}
