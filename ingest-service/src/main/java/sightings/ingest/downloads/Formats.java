package sightings.ingest.downloads;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import sightings.ingest.bytes.Bytes;

/** The formats that are known by name, and which one a log is written in. */
final class Formats {

    /** Found out from the first lines. */
    static final String AUTO = "auto";

    /** What a log is read as of which nothing tells its format. */
    static final String USUAL = "combined";

    /** How many bytes of a log its format is found out from, where they tell it. */
    static final int HEAD = 1 << 16;

    private static final int LONG_HEAD = 1 << 21;

    private static final int LINES = 100;
    private static final String COMBINED_TAIL = " %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"";
    private static final String VIRTUAL_HOST = "%v %h" + COMBINED_TAIL;
    private static final String FORWARDED = "%h" + COMBINED_TAIL + " \"%{X-Forwarded-For}i\"";
    private static final String FORWARDED_FIRST = "%{X-Forwarded-For}i" + COMBINED_TAIL;

    private Formats() {}

    /**
     * The format with this name, or as this pattern of Apache or nginx says.
     *
     * @throws IllegalArgumentException where it is neither
     */
    static LogFormat named(String name) {
        return switch (name) {
            case "common", "combined" -> new CombinedFormat();
            case "vhost" -> new PatternFormat(name, VIRTUAL_HOST);
            case "forwarded" -> new PatternFormat(name, FORWARDED);
            case "forwarded-first" -> new PatternFormat(name, FORWARDED_FIRST);
            case "json" -> new JsonFormat();
            case "w3c", "cloudfront" -> new ColumnsFormat(name, "");
            case "counter" -> new ColumnsFormat(name, ColumnsFormat.COUNTER_COLUMNS);
            default -> {
                if (name.indexOf('%') < 0 && name.indexOf('$') < 0) {
                    throw new IllegalArgumentException("There is no log format " + name);
                }
                yield new PatternFormat("pattern", name);
            }
        };
    }

    /** The format that reads most of the first lines; the combined one where none reads any. */
    static LogFormat find(byte[] head, int length) {
        return named(recognise(head, length, LINES).orElse(USUAL));
    }

    /** The beginning of a text. */
    interface Beginning {

        /** Its first bytes, or fewer where it is shorter. */
        byte[] first(int length) throws IOException;
    }

    /**
     * The name of the format that reads most of the first lines: of the first {@link #HEAD} bytes, or of very many where those do not
     * tell it, as behind a line without end. Empty where none reads any.
     */
    static Optional<String> recognise(Beginning text) throws IOException {
        var head = text.first(HEAD);
        var found = recognise(head, head.length, LINES);
        if (found.isPresent() || head.length < HEAD) {
            return found;
        }
        var longHead = text.first(LONG_HEAD);
        return recognise(longHead, longHead.length, Integer.MAX_VALUE);
    }

    private static Optional<String> recognise(byte[] head, int length, int lines) {
        Optional<String> found = Optional.empty();
        int most = 0;
        // Where two read the same lines, the one that says more of them comes first.
        for (var name : List.of("json", "w3c", "forwarded-first", "vhost", "forwarded", "combined", "counter")) {
            int read = score(named(name), head, length, lines);
            if (read > most) {
                most = read;
                found = Optional.of(name);
            }
        }
        return found;
    }

    /** Whether a line says what only this format says. */
    private static boolean tells(LogFormat format, LogLine line) {
        return switch (format.name()) {
            case "forwarded" -> line.forwarded >= 1;
            // One address alone at the head of a line is nothing special.
            case "forwarded-first" -> line.forwarded >= 2;
            case "counter" -> ColumnsFormat.isCounter(line);
            default -> true;
        };
    }

    private static int score(LogFormat format, byte[] head, int length, int lines) {
        int read = 0;
        int from = 0;
        for (int line = 0; line < lines && from < length; line++) {
            int end = Bytes.indexOf((byte) '\n', head, from, length);
            int to = end > from && head[end - 1] == '\r' ? end - 1 : end;
            read += isRead(format, format.parse(head, from, to)) ? 1 : 0;
            from = end + 1;
        }
        return read;
    }

    private static boolean isRead(LogFormat format, Parsed parsed) {
        // No switch, for the same reason as in LogScan.
        return parsed instanceof Parsed.Line line && tells(format, line.line())
                || parsed instanceof Parsed.Directive directive
                        && !directive.columns().isEmpty();
    }
}
