package sightings.ingest.statistics;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Reads rows of a portal's statistics one by one. Pure. */
final class RowReader {

    private static final int DIGITS = 10;
    private static final char REPLACED = '\uFFFD';

    private final StatisticsColumns columns;
    private final LocalDate lastDay;

    /** @param lastDay the last day that may have been counted */
    RowReader(StatisticsColumns columns, LocalDate lastDay) {
        this.columns = columns;
        this.lastDay = lastDay;
    }

    ReadRow read(CSVRecord row) {
        if (row.size() != columns.width()) {
            return new ReadRow.Left(RowOutcome.FIELDS, "");
        }
        var dataset = row.get(columns.dataset());
        var day = row.get(columns.day());
        var kind = row.get(columns.kind());
        var count = row.get(columns.count());
        return List.of(dataset, day, kind, count).stream().anyMatch(text -> text.indexOf(REPLACED) >= 0)
                ? new ReadRow.Left(RowOutcome.NOT_UTF8, "")
                : read(dataset, day, kind, count);
    }

    private ReadRow read(String dataset, String dayText, String kindText, String countText) {
        var day = StatisticsDay.read(dayText, columns.socrata()).orElse(null);
        var kind = columns.socrata() ? AccessTypes.ofSocratas(kindText) : AccessTypes.ofOurs(kindText);
        int count = count(countText);
        if (day == null) {
            return new ReadRow.Left(RowOutcome.BAD_DATE, "");
        }
        if (day.isAfter(lastDay)) {
            return new ReadRow.Left(RowOutcome.FUTURE, "");
        }
        if (count < 0) {
            return new ReadRow.Left(RowOutcome.BAD_COUNT, "");
        }
        if (kind.isEmpty()) {
            return new ReadRow.Left(columns.socrata() ? RowOutcome.OTHER_ACCESS : RowOutcome.BAD_KIND, kindText);
        }
        return new ReadRow.Stated(dataset, day, kind.get(), count);
    }

    /** The count; -1 where it is none. */
    private static int count(String text) {
        if (text.isEmpty()
                || text.length() > DIGITS
                || !text.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            return -1;
        }
        long count = Long.parseLong(text);
        return count > MonthCounts.MOST ? -1 : (int) count;
    }
}
