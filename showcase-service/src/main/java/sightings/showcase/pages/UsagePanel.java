package sightings.showcase.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a dataset was used, from one origin.
 *
 * @param origin {@code logs} or {@code reported}: part of the keys of its texts
 * @param total of all weeks without robots, in words
 * @param byWho by who asked, or all in one
 * @param byKind by what was asked; null where that is not told
 * @param tools by the name of the tool; null where none is told
 * @param csv where all these numbers are as a file; null where they are not
 */
record UsagePanel(
        String origin,
        String total,
        UsageGraph byWho,
        @Nullable UsageGraph byKind,
        @Nullable Tools tools,
        @Nullable String csv) {

    /**
     * Tools by name.
     *
     * @param chart the chart as SVG
     * @param rows the same numbers as a table
     */
    record Tools(String chart, List<ToolRow> rows) {

        Tools {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One tool.
     *
     * @param tool its name
     * @param who tool or AI agent
     * @param count how often, in words
     */
    record ToolRow(String tool, String who, String count) {}
}
