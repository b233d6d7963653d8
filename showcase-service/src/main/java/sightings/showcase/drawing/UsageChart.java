package sightings.showcase.drawing;

import java.util.List;

/**
 * Draws usage over time: a column a week, one colour for each kind of user. The scale stands at the right, by the newest week:
 * a phone shows that side first.
 *
 * @param label what the chart shows, in words; the numbers stand in the table beside it
 * @param weeks oldest first
 */
public record UsageChart(String label, List<Week> weeks) {

    private static final double HEIGHT = 320;
    private static final double RIGHT = 836;
    private static final double BOTTOM = 280;
    private static final double TOP = 16;
    private static final int LABEL_EVERY = 4;
    private static final double HALF_A_LABEL = 26;

    /**
     * One week.
     *
     * @param label its first day, as the axis names it
     * @param parts counts by kind, bottom first
     */
    public record Week(String label, List<Part> parts) {

        public Week {
            parts = List.copyOf(parts);
        }

        private long total() {
            return parts.stream().mapToLong(Part::count).sum();
        }
    }

    /**
     * The count of one kind of user.
     *
     * @param kind name of its style: {@code person}, {@code tool}, {@code ai_agent}, {@code robot}
     * @param count how often
     */
    public record Part(String kind, long count) {}

    public UsageChart {
        weeks = List.copyOf(weeks);
    }

    /** The chart; empty where there are no weeks. */
    public String draw() {
        if (weeks.isEmpty()) {
            return "";
        }
        long step = step(weeks.stream().mapToLong(Week::total).max().orElse(0));
        var svg = new Svg();
        svg.start("svg", "viewBox", "0 0 900 320", "role", "img", "aria-label", label);
        for (int line = 0; line <= 4; line++) {
            double y = y(line * step, step);
            svg.element("path", "class", "chart__grid", "d", "M0 " + Svg.number(y) + "H" + Svg.number(RIGHT));
            axis(svg, RIGHT + 8, y + 5, "start", shortened(line * step));
        }
        double slot = RIGHT / weeks.size();
        for (int i = 0; i < weeks.size(); i++) {
            double x = slot * i;
            draw(weeks.get(i), x + slot * 0.12, slot * 0.76, step, svg);
            if ((weeks.size() - 1 - i) % LABEL_EVERY == 0) {
                axis(
                        svg,
                        Math.max(x + slot / 2, HALF_A_LABEL),
                        HEIGHT - 14,
                        "middle",
                        weeks.get(i).label());
            }
        }
        return svg.end("svg").toString();
    }

    private static void draw(Week week, double x, double width, long step, Svg svg) {
        long below = 0;
        for (Part part : week.parts()) {
            if (part.count() > 0) {
                double top = y(below + part.count(), step);
                svg.element(
                        "rect", "class", part.kind(), "x", x, "y", top, "width", width, "height", y(below, step) - top);
            }
            below += part.count();
        }
    }

    private static void axis(Svg svg, double x, double y, String anchor, String text) {
        svg.start("text", "class", "chart__axis", "x", x, "y", y, "text-anchor", anchor)
                .text(text)
                .end("text");
    }

    private static double y(long count, long step) {
        return BOTTOM - (BOTTOM - TOP) * count / (4.0 * step);
    }

    /** A quarter of the scale: 1, 2, 2.5 or 5 times a power of ten. */
    static long step(long most) {
        double quarter = Math.max(most / 4.0, 1);
        double power = Math.pow(10, Math.floor(Math.log10(quarter)));
        for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
            double step = factor * power;
            if (step >= quarter && step == Math.rint(step)) {
                return (long) step;
            }
        }
        return (long) (10 * power);
    }

    private static String shortened(long number) {
        if (number >= 1_000_000) {
            return Svg.number(number / 1_000_000.0) + "M";
        }
        return number >= 10_000 ? Svg.number(number / 1_000.0) + "k" : Long.toString(number);
    }
}
