package sightings.showcase.pages;

import java.util.List;

/**
 * The same week of one dataset under both rules.
 *
 * @param dataset the dataset's page
 * @param title the dataset's title
 * @param week the week's first day
 * @param chart the chart as SVG
 * @param rows the same numbers as a table
 */
record MethodComparison(String dataset, String title, String week, String chart, List<Row> rows) {

    MethodComparison {
        rows = List.copyOf(rows);
    }

    /**
     * One number.
     *
     * @param label what is counted
     * @param downloads as every successful download
     * @param counter as the Code counts it
     */
    record Row(String label, String downloads, String counter) {}
}
