package sightings.ingest.downloads;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sightings.ingest.bytes.Bytes;
import sightings.ingest.downloads.Parsed.Reason;

/**
 * Reads logs that name their columns in a line {@code #Fields:}: the extended format of W3C as IIS writes it, CloudFront's,
 * and the tab-separated one of the COUNTER processors, which names the dataset itself and holds successful requests alone.
 * Columns are divided by tabulators where the line of their names has one, else by spaces.
 */
final class ColumnsFormat implements LogFormat {

    private static final String FIELDS = "#Fields:";
    private static final String OTHER = "x";

    /** No server writes as many columns. */
    private static final int MOST = 1_000;

    private static final Map<String, LogField> COLUMNS = Map.ofEntries(
            Map.entry("date", LogField.DATE),
            Map.entry("time", LogField.CLOCK),
            Map.entry("timestamp", LogField.EPOCH),
            Map.entry("c-ip", LogField.ADDRESS),
            Map.entry("x-forwarded-for", LogField.FORWARDED),
            Map.entry("cs-method", LogField.METHOD),
            Map.entry("cs-uri", LogField.TARGET),
            Map.entry("cs-uri-stem", LogField.TARGET),
            Map.entry("cs-uri-query", LogField.QUERY),
            Map.entry("sc-status", LogField.STATUS),
            Map.entry("cs(referer)", LogField.REFERRER),
            Map.entry("cs(user-agent)", LogField.AGENT),
            Map.entry("cs(x-app-token)", LogField.APP_TOKEN),
            Map.entry("event_time", LogField.ISO_TIME),
            Map.entry("client_ip", LogField.ADDRESS),
            Map.entry("session_cookie_id", LogField.SESSION_COOKIE),
            Map.entry("user_cookie_id", LogField.USER_COOKIE),
            Map.entry("user_id", LogField.USER_ID),
            Map.entry("request_url", LogField.TARGET),
            Map.entry("identifier", LogField.DATASET),
            Map.entry("user-agent", LogField.AGENT));

    /** The columns of a COUNTER log that does not name them. */
    static final String COUNTER_COLUMNS =
            "event_time\tclient_ip\tsession_cookie_id\tuser_cookie_id\tuser_id\trequest_url\t"
                    + "identifier\tfilename\tsize\tuser-agent\ttitle\tpublisher\tpublisher_id\tauthors\tpublication_date\tversion\t"
                    + "other_id\ttarget_url\tpublication_year";

    private final String name;
    private final LineBuilder builder = new LineBuilder();
    private List<LogField> columns = List.of();
    private char separator = ' ';
    private boolean successOnly;

    /** @param columnNames the columns until a line names others; empty where one must */
    ColumnsFormat(String name, String columnNames) {
        this.name = name;
        named(columnNames);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean remembersLines() {
        return true;
    }

    @Override
    public Parsed parse(byte[] bytes, int start, int to) {
        int from = LogFormat.behindMark(bytes, start, to);
        if (LogFormat.isBlank(bytes, from, to)) {
            return Parsed.Rejected.of(Reason.BLANK);
        }
        if (bytes[from] == '#') {
            var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            return new Parsed.Directive(
                    text.startsWith(FIELDS)
                            ? named(text.substring(FIELDS.length()).strip())
                            : "");
        }
        if (columns.isEmpty()) {
            return Parsed.Rejected.of(Reason.NOT_THIS_FORMAT);
        }
        builder.begin();
        if (successOnly) {
            builder.assumeSuccess();
        }
        int at = from;
        for (int i = 0; i < columns.size(); i++) {
            if (at > to) {
                return Parsed.Rejected.of(Reason.TRUNCATED);
            }
            int end = Bytes.indexOf((byte) separator, bytes, at, to);
            take(columns.get(i), bytes, at, end);
            at = end + 1;
        }
        return at > to || LogFormat.isBlank(bytes, at, to) ? builder.end() : Parsed.Rejected.of(Reason.NOT_THIS_FORMAT);
    }

    /** Whether the columns hold what COUNTER's do: of nineteen, an address, the address of a page and a dataset. */
    static boolean isCounter(LogLine line) {
        return CombinedFormat.isAddress(line.address.bytes, line.address.from, line.address.to)
                && (line.target.startsWith("http://") || line.target.startsWith("https://"))
                && !line.dataset.isEmpty();
    }

    private void take(LogField column, byte[] bytes, int from, int to) {
        boolean unknown = to - from == 4 && bytes[from] == '?';
        if (unknown || column == LogField.IGNORED) {
            return;
        }
        if (column != LogField.AGENT && column != LogField.REFERRER) {
            builder.add(column, bytes, from, to);
            return;
        }
        // A space would end a column: IIS writes a plus in its place, CloudFront encodes it.
        var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        var plain = (successOnly ? text : decoded(text)).getBytes(StandardCharsets.UTF_8);
        builder.add(column, plain, 0, plain.length);
    }

    private String decoded(String text) {
        try {
            var spaced = separator == ' ' ? text.replace('+', ' ') : text.replace("+", "%2B");
            return spaced.indexOf('%') < 0 ? spaced : URLDecoder.decode(spaced, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public void name(String names) {
        named(names);
    }

    /** Goes by these names from here on, if any says something, and tells them again, each that does not as {@value #OTHER}. */
    private String named(String names) {
        var all = names.split("[\t ]+", MOST + 1);
        if (names.isEmpty() || all.length > MOST) {
            return "";
        }
        var read = new ArrayList<LogField>();
        var known = new ArrayList<String>();
        for (var column : all) {
            var name = column.toLowerCase(Locale.ROOT);
            read.add(COLUMNS.getOrDefault(name, LogField.IGNORED));
            known.add(COLUMNS.containsKey(name) ? name : OTHER);
        }
        if (read.stream().allMatch(LogField.IGNORED::equals)) {
            return "";
        }
        separator = names.indexOf('\t') >= 0 || names.startsWith("date time x-edge-") ? '\t' : ' ';
        successOnly = read.contains(LogField.DATASET);
        columns = read;
        return String.join(separator == '\t' ? "\t" : " ", known);
    }
}
