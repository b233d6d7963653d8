package sightings.ingest.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.ingest.catalogue.Datasets;

/**
 * What a CSV of a portal's statistics states, as far as it can be read. Each row is accounted for; a file that is no such
 * table, or more than may be, is broken as a whole, and then states nothing for sure.
 */
final class StatisticsTable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private static final int MOST_UNKNOWN = 100_000;

    private final Datasets datasets;
    private final LocalDate lastDay;
    private final StatisticsBounds bounds;
    private final Map<DatasetId, TreeMap<YearMonth, MonthCounts>> counts = new HashMap<>();
    private final RowAccounting rows = new RowAccounting();
    private final Set<String> unknown = new HashSet<>();
    private int months;
    private @Nullable String broken;

    private StatisticsTable(Datasets datasets, LocalDate today, StatisticsBounds bounds) {
        this.datasets = datasets;
        // Where the portal is, it may be tomorrow already.
        this.lastDay = today.plusDays(1);
        this.bounds = bounds;
    }

    /**
     * Reads what can be read, whatever the bytes are.
     *
     * @param today in UTC
     * @throws IOException where the bytes cannot be had
     */
    static StatisticsTable read(InputStream bytes, Datasets datasets, LocalDate today, StatisticsBounds bounds)
            throws IOException, InterruptedException {
        var table = new StatisticsTable(datasets, today, bounds);
        var text = new TableReader(bytes, bounds.longestRow());
        try (var parser = FORMAT.parse(text)) {
            table.read(parser, text);
        } catch (UncheckedIOException e) {
            table.breakOff(Objects.requireNonNull(e.getCause()));
        }
        return table;
    }

    private void read(CSVParser parser, TableReader text) throws InterruptedException {
        var records = parser.iterator();
        if (!records.hasNext()) {
            broken = "it is empty";
            return;
        }
        var columns = StatisticsColumns.of(records.next().toList()).orElse(null);
        if (columns == null) {
            broken = "line 1: " + StatisticsColumns.WANTED;
            return;
        }
        text.endRow();
        var reader = new RowReader(columns, lastDay);
        while (broken == null && records.hasNext()) {
            var row = records.next();
            if (rows.read() == bounds.rows()) {
                broken = String.format(Locale.ROOT, "more than %,d rows", bounds.rows());
            } else {
                take(reader.read(row), columns.socrata(), parser.getCurrentLineNumber());
            }
            text.endRow();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private void breakOff(IOException failure) throws IOException {
        switch (failure) {
            case TableReader.RowTooLongException tooLong ->
                broken = String.format(Locale.ROOT, "behind row %,d: %s", rows.read(), tooLong.getMessage());
            case CSVException _ -> broken = String.format(Locale.ROOT, "behind row %,d: this is no CSV", rows.read());
            default -> throw failure;
        }
    }

    private void take(ReadRow row, boolean adds, long line) {
        switch (row) {
            case ReadRow.Left left -> rows.left(left.outcome(), line, left.word());
            case ReadRow.Stated stated -> {
                var dataset = datasets.withId(stated.dataset());
                if (dataset.isPresent()) {
                    add(dataset.get(), stated, adds, line);
                } else {
                    rows.left(RowOutcome.NOT_IN_CATALOGUE, line, stated.dataset());
                    remember(stated.dataset());
                }
            }
        }
    }

    private void add(DatasetId dataset, ReadRow.Stated stated, boolean adds, long line) {
        var month = month(dataset, YearMonth.from(stated.day()));
        if (!adds && month.has(stated.day(), stated.kind())) {
            rows.left(RowOutcome.REPEATED, line, "");
        } else if (month.add(stated.day(), stated.kind(), stated.count())) {
            rows.accepted();
        } else {
            rows.left(RowOutcome.TOO_MANY, line, "");
        }
    }

    private void remember(String id) {
        if (unknown.size() < MOST_UNKNOWN && DatasetId.isValid(id)) {
            unknown.add(id);
        }
    }

    private MonthCounts month(DatasetId dataset, YearMonth yearMonth) {
        return counts.computeIfAbsent(dataset, _ -> new TreeMap<>()).computeIfAbsent(yearMonth, _ -> {
            months++;
            if (months > bounds.months()) {
                broken = String.format(
                        Locale.ROOT, "more than %,d months of datasets; make a file of each year", bounds.months());
            }
            return new MonthCounts();
        });
    }

    /** Why it states nothing; empty where it is a table. */
    Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    /** The datasets of which it states counts. */
    Set<DatasetId> datasets() {
        return Collections.unmodifiableSet(counts.keySet());
    }

    /** The counts of one dataset by month; none where it states none. */
    SortedMap<YearMonth, MonthCounts> months(DatasetId dataset) {
        var stated = counts.get(dataset);
        return stated == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(stated);
    }

    /** What became of its rows. */
    RowAccounting rows() {
        return rows;
    }

    /** Ids that the catalogue has no dataset for, though not more than {@value #MOST_UNKNOWN} of them. */
    Set<String> unknown() {
        return Collections.unmodifiableSet(unknown);
    }
}
