package sightings.showcase.pages;

import java.util.List;

/**
 * How much a dataset was used, from one origin.
 *
 * @param origin {@code logs} or {@code reported}: part of the keys of its texts
 * @param total of all weeks without robots, in words
 * @param chart the chart as SVG
 * @param kinds what is told apart, in the order of the chart
 * @param rows the same numbers as a table, newest week first
 */
record UsagePanel(String origin, String total, String chart, List<Kind> kinds, List<Row> rows) {

    UsagePanel {
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
