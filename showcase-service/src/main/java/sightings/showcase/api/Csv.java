package sightings.showcase.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180) that a spreadsheet does not take for formulas. */
final class Csv {

    private static final String STARTS_FORMULA = "=+-@\t\r";

    private Csv() {}

    /** A head line and rows; null is an empty cell. */
    static String of(List<String> head, List<? extends List<? extends @Nullable String>> rows) {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(head);
            for (var row : rows) {
                printer.printRecord(row.stream().map(Csv::guarded).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String guarded(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return STARTS_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
