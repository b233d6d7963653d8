package sightings.ingest.downloads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import sightings.dataset.DatasetId;
import sightings.event.AccessKind;
import sightings.ingest.catalogue.Datasets;

/**
 * A CSV with the columns dataset, day, kind and count, as far as it can be read. {@code rows = read + bad}; each bad row
 * says its line and what would be right.
 */
final class StatisticsTable {

    private static final List<String> COLUMNS = List.of("dataset", "day", "kind", "count");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();

    private final Datasets datasets;
    private final Map<DatasetDay, EnumMap<AccessKind, Long>> days =
            new TreeMap<>(Comparator.comparing(DatasetDay::dataset).thenComparing(DatasetDay::day));
    private final List<String> bad = new ArrayList<>();
    private final Set<List<Object>> given = new HashSet<>();
    private long rows;

    /**
     * One day of one dataset.
     *
     * @param dataset the dataset
     * @param day the day as the portal counts it
     */
    record DatasetDay(DatasetId dataset, LocalDate day) {}

    private StatisticsTable(Datasets datasets) {
        this.datasets = datasets;
    }

    /** Reads what can be read. Never fails, whatever the bytes are. */
    static StatisticsTable read(byte[] bytes, Datasets datasets) {
        var table = new StatisticsTable(datasets);
        int mark = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        var text = new InputStreamReader(
                new ByteArrayInputStream(bytes, mark, bytes.length - mark), StandardCharsets.UTF_8);
        try (var parser = FORMAT.parse(text)) {
            var names = parser.getHeaderNames().stream()
                    .map(column -> column.toLowerCase(Locale.ROOT))
                    .toList();
            if (!names.containsAll(COLUMNS)) {
                table.broken("line 1: the columns must be " + String.join(", ", COLUMNS));
                return table;
            }
            parser.forEach(table::row);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            table.broken("behind row " + table.rows + ": this is no CSV");
        }
        return table;
    }

    /** Counts by kind of each dataset's day. */
    Map<DatasetDay, EnumMap<AccessKind, Long>> days() {
        return days;
    }

    /** What could not be read: line and reason. */
    List<String> bad() {
        return List.copyOf(bad);
    }

    /** How many rows there are, bad ones included. */
    long rows() {
        return rows;
    }

    private void broken(String reason) {
        rows++;
        bad.add(reason);
    }

    private void row(CSVRecord row) {
        rows++;
        // The header is line 1.
        var line = "line " + (row.getRecordNumber() + 1) + ": ";
        if (!row.isConsistent() || COLUMNS.stream().anyMatch(column -> !row.isSet(column))) {
            bad.add(line + "not as many fields as the header has");
            return;
        }
        var dataset = dataset(row.get("dataset"));
        var day = day(row.get("day"));
        var kind = kind(row.get("kind"));
        long count = count(row.get("count"));
        if (dataset.isEmpty()) {
            bad.add(line + "no dataset of the catalogue");
        } else if (day.isEmpty()) {
            bad.add(line + "the day must be written like 2026-11-23");
        } else if (kind.isEmpty()) {
            bad.add(line + "the kind must be view, download or api");
        } else if (count < 0) {
            bad.add(line + "the count must be a whole number from 0");
        } else if (!given.add(List.of(dataset.get(), day.get(), kind.get()))) {
            bad.add(line + "this dataset, day and kind stand in an earlier line");
        } else {
            days.computeIfAbsent(new DatasetDay(dataset.get(), day.get()), key -> new EnumMap<>(AccessKind.class))
                    .put(kind.get(), count);
        }
    }

    private Optional<DatasetId> dataset(String text) {
        return datasets.withId(text);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<AccessKind> kind(String text) {
        for (var kind : AccessKind.values()) {
            if (kind.name().equalsIgnoreCase(text)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static long count(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
