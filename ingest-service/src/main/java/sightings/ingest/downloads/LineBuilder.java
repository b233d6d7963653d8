package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import sightings.ingest.bytes.Bytes;
import sightings.ingest.downloads.Parsed.Reason;

/** Makes a line of named fields, for all formats but the combined one, and says what is wrong with it. */
final class LineBuilder {

    private final LogLine line = new LogLine();
    private final Parsed good = new Parsed.Line(line);
    private final LogTime times = new LogTime();
    private final Slice request = new Slice();
    private final Slice query = new Slice();
    private long day;
    private LogField identified = LogField.SESSION_COOKIE;

    void begin() {
        line.clear();
        request.clear();
        query.clear();
        day = LogTime.NONE;
        identified = LogField.SESSION_COOKIE;
    }

    void add(LogField field, byte[] bytes, int from, int to) {
        boolean absent = to == from || to - from == 1 && bytes[from] == '-';
        switch (field) {
            case ADDRESS -> set(line.address, absent, bytes, from, to);
            case FORWARDED -> setForwarded(absent, bytes, from, to);
            case TIME -> line.second = times.parse(bytes, from, to);
            case ISO_TIME -> line.second = IsoTime.parse(bytes, from, to);
            case EPOCH -> line.second = epoch(bytes, from, to);
            case DATE -> day = IsoTime.day(bytes, from, to);
            case CLOCK -> line.second = to - from < 8 ? LogTime.NONE : IsoTime.second(day, bytes, from, 0);
            case REQUEST -> request.set(bytes, from, to);
            case METHOD -> set(line.method, absent, bytes, from, to);
            case TARGET -> set(line.target, absent, bytes, from, to);
            case QUERY -> set(query, absent, bytes, from, to);
            case MARKED_QUERY -> set(query, absent, bytes, from < to && bytes[from] == '?' ? from + 1 : from, to);
            case STATUS -> line.status = status(bytes, from, to);
            case REFERRER -> set(line.referrer, absent, bytes, from, to);
            case AGENT -> set(line.agent, absent, bytes, from, to);
            case SESSION_COOKIE, USER_COOKIE, USER_ID -> identify(field, absent, bytes, from, to);
            case APP_TOKEN -> set(line.appToken, absent, bytes, from, to);
            case DATASET -> set(line.dataset, absent, bytes, from, to);
            case QUERY_MARK, SERVER, IGNORED -> {
                // Nothing of it is read.
            }
        }
    }

    /** Takes a time that somebody else has read; {@link LogTime#NONE} where it is none. */
    void addTime(long second) {
        line.second = second;
    }

    /** The line, or what is wrong with it. */
    Parsed end() {
        if (line.second == LogTime.NONE) {
            return Parsed.Rejected.of(Reason.BAD_DATE);
        }
        if (line.status < 100 || line.status > 599) {
            return Parsed.Rejected.of(Reason.BAD_STATUS);
        }
        if (!request.isEmpty() && !line.request(request.bytes, request.from, request.to)) {
            return Parsed.Rejected.of(Reason.BAD_REQUEST);
        }
        if (line.target.isEmpty() || !LogLine.isMethod(line.method.bytes, line.method.from, line.method.to)) {
            return Parsed.Rejected.of(Reason.BAD_REQUEST);
        }
        // A target may have its query in it, whatever else the line says of it.
        if (!query.isEmpty() && line.target.indexOf('?') == line.target.to) {
            line.target.set(line.target.text() + "?" + query.text());
        }
        return good;
    }

    /** A log of downloads alone does not say how they were asked and answered. */
    void assumeSuccess() {
        line.method.set("GET");
        line.status = 200;
    }

    /** What was taken in so far. */
    LogLine line() {
        return line;
    }

    private static void set(Slice slice, boolean absent, byte[] bytes, int from, int to) {
        if (!absent) {
            slice.set(bytes, from, to);
        }
    }

    /** By the best name that the line has, in whatever order its columns stand. */
    private void identify(LogField by, boolean absent, byte[] bytes, int from, int to) {
        if (!absent && by.compareTo(identified) >= 0) {
            identified = by;
            line.identity.set(bytes, from, to);
        }
    }

    /** The first of {@code 192.0.2.7, 10.0.0.1}, in place of the address of the proxy. */
    private void setForwarded(boolean absent, byte[] bytes, int from, int to) {
        int end = Bytes.indexOf((byte) ',', bytes, from, to);
        if (!absent && CombinedFormat.isAddress(bytes, from, end)) {
            line.address.set(bytes, from, end);
            line.forwarded = end < to ? 2 : 1;
        }
    }

    private static long epoch(byte[] bytes, int from, int to) {
        long second = 0;
        int at = from;
        while (at < to && at - from < 12 && bytes[at] >= '0' && bytes[at] <= '9') {
            second = second * 10 + bytes[at++] - '0';
        }
        return at == from || at < to && bytes[at] != '.' ? LogTime.NONE : second;
    }

    private static int status(byte[] bytes, int from, int to) {
        if (to - from != 3) {
            return 0;
        }
        var text = new String(bytes, from, 3, StandardCharsets.ISO_8859_1);
        return text.chars().allMatch(letter -> letter >= '0' && letter <= '9') ? Integer.parseInt(text) : 0;
    }
}
