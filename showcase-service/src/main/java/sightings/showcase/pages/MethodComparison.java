package sightings.showcase.pages;

import java.util.List;

/**
 * The same week of some datasets under both rules.
 *
 * @param datasets the datasets
 * @param week the week's first day
 * @param chart the chart as SVG
 * @param rows the same numbers as a table
 */
record MethodComparison(List<DatasetCard> datasets, String week, String chart, List<Row> rows) {

    MethodComparison {
        datasets = List.copyOf(datasets);
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
