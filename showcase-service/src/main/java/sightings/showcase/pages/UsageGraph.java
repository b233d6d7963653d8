package sightings.showcase.pages;

import java.util.List;

/**
 * Numbers by week as a picture, with the same numbers as a table behind it.
 *
 * @param chart the chart as SVG
 * @param caption what the table holds
 * @param kinds what is told apart, in the order of the chart; none where nothing is
 * @param rows newest week first
 */
record UsageGraph(String chart, String caption, List<Kind> kinds, List<Row> rows) {

    UsageGraph {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /**
     * What is told apart.
     *
     * @param style name of its colour
     * @param label in words
     */
    record Kind(String style, String label) {}

    /**
     * One week.
     *
     * @param week its first day
     * @param counts one for each kind
     */
    record Row(String week, List<String> counts) {}
}
