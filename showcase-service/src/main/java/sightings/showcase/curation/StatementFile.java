package sightings.showcase.curation;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads problem statements from CSV with a header line, whose columns are the fields of {@link StatementChecker} and
 * {@code status} (draft, open, solved, parked, outdated; empty is draft). A bad row says why and does not stop the rest.
 */
public final class StatementFile {

    /** Most rows of a file. */
    public static final int MOST_ROWS = 1_000;

    private final List<String> languages;
    private final StatementChecker checker;

    public StatementFile(List<String> languages) {
        this.languages = List.copyOf(languages);
        this.checker = new StatementChecker(languages);
    }

    /** The columns that a file must have, in the order in which we write them. */
    public List<String> columns() {
        var columns = new ArrayList<String>();
        columns.add("number");
        for (String text : List.of("title", "challenge", "why", "vision")) {
            languages.forEach(language -> columns.add(text + "_" + language));
        }
        columns.addAll(List.of(
                "topics",
                "datasets",
                "area",
                "lat",
                "lon",
                "contact",
                "contact_url",
                "licence",
                "difficulty",
                "opens_at",
                "closes_at",
                "status"));
        return columns;
    }

    /** The rows of the file, or what is wrong with it as a whole. */
    public Checked<List<StatementRow>> read(byte[] file) {
        var text = decoded(file);
        if (text == null) {
            return wrong("not-utf8");
        }
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setDelimiter(delimiter(text))
                .get();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            var missing = missingColumns(parser);
            return missing.isEmpty() ? rows(parser) : wrong("columns", String.join(", ", missing));
        } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            return wrong("not-csv");
        }
    }

    private Checked<List<StatementRow>> rows(CSVParser parser) {
        var rows = new ArrayList<StatementRow>();
        var lineOfNumber = new HashMap<String, Long>();
        long line = parser.getCurrentLineNumber() + 1;
        for (CSVRecord record : parser) {
            if (rows.size() == MOST_ROWS) {
                return wrong("rows", MOST_ROWS);
            }
            rows.add(row(line, new Fields(byColumn(parser, record)), lineOfNumber));
            line = parser.getCurrentLineNumber() + 1;
        }
        return rows.isEmpty() ? wrong("empty") : new Checked.Valid<>(List.copyOf(rows));
    }

    private StatementRow row(long line, Fields fields, Map<String, Long> lineOfNumber) {
        var errors = new ArrayList<FieldError>();
        var checked = checker.check(fields);
        if (checked instanceof Checked.Invalid<?>(var wrong)) {
            errors.addAll(wrong);
        }
        var reader = new FieldReader(fields, languages);
        var status = fields.line("status").isEmpty()
                ? java.util.Optional.of(StatementRow.Status.DRAFT)
                : reader.choice("status", StatementRow.Status.class);
        if (reader.result(() -> status) instanceof Checked.Invalid<?>(var wrong)) {
            errors.addAll(wrong);
        }
        var number = fields.line("number");
        var earlier = number.isEmpty() ? null : lineOfNumber.putIfAbsent(number.toLowerCase(Locale.ROOT), line);
        if (earlier != null) {
            errors.add(new FieldError("number", "desk.error.number-twice", List.of(number, earlier)));
        }
        return errors.isEmpty() && checked instanceof Checked.Valid<sightings.event.ProblemStatement>(var statement)
                ? new StatementRow.Good(line, statement, status.orElseThrow())
                : new StatementRow.Bad(line, number, errors);
    }

    private List<String> missingColumns(CSVParser parser) {
        var there =
                parser.getHeaderNames().stream().map(StatementFile::columnName).toList();
        return columns().stream()
                .filter(column -> !there.contains(column))
                .filter(column -> column.equals("number")
                        || column.equals("contact")
                        || column.equals("licence")
                        || column.equals("difficulty")
                        || column.equals("title_" + languages.getFirst())
                        || column.equals("challenge_" + languages.getFirst()))
                .toList();
    }

    private static Map<String, String> byColumn(CSVParser parser, CSVRecord record) {
        var values = new LinkedHashMap<String, String>();
        var names = parser.getHeaderNames();
        for (int i = 0; i < Math.min(names.size(), record.size()); i++) {
            values.put(columnName(names.get(i)), unguarded(record.get(i)));
        }
        return values;
    }

    /** Our own export puts an apostrophe before what a spreadsheet would take for a formula. */
    private static String unguarded(String value) {
        return value.matches("(?s)'[=+\\-@\\t].*") ? value.substring(1) : value;
    }

    private static String columnName(String header) {
        return header.strip().toLowerCase(Locale.ROOT);
    }

    /** Spreadsheets in many countries write semicolons. */
    private static char delimiter(String text) {
        var header = text.lines().findFirst().orElse("");
        return header.chars().filter(c -> c == ';').count()
                        > header.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }

    private static @org.jspecify.annotations.Nullable String decoded(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Checked<List<StatementRow>> wrong(String code, Object... arguments) {
        return new Checked.Invalid<>(List.of(new FieldError("file", "desk.error.file-" + code, List.of(arguments))));
    }
}
