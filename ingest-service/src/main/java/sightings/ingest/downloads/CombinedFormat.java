package sightings.ingest.downloads;

import sightings.ingest.bytes.Bytes;
import sightings.ingest.downloads.Parsed.Reason;

/**
 * Reads lines of the common and the combined log format of Apache and nginx, byte by byte and without regular
 * expressions: {@code address ident user [time] "request" status bytes}, then, in the combined format,
 * {@code "referrer" "agent"}, then whatever fields a server adds. It makes no object per line.
 */
final class CombinedFormat implements LogFormat {

    private static final boolean[] OF_ADDRESSES = ofAddresses();

    private final LogTime times = new LogTime();
    private final LogLine line = new LogLine();
    private final Parsed good = new Parsed.Line(line);
    private final Slice request = new Slice();
    private final Slice added = new Slice();
    private byte[] bytes = Bytes.NONE;
    private int at;
    private int end;

    @Override
    public String name() {
        return "combined";
    }

    @Override
    public Parsed parse(byte[] newBytes, int from, int to) {
        bytes = newBytes;
        at = LogFormat.behindMark(bytes, from, to);
        end = to;
        if (LogFormat.isBlank(bytes, at, end)) {
            return Parsed.Rejected.of(Reason.BLANK);
        }
        // A good line sets all the others that this format has.
        line.referrer.clear();
        line.agent.clear();
        var trouble = fields();
        return trouble == Trouble.NONE ? good : Parsed.Rejected.of(trouble.reason);
    }

    /** What is wrong with a line, or nothing; cheaper in the hot loop than an object that may be null. */
    private enum Trouble {
        /** The reason of this one is never looked at. */
        NONE(Reason.NOT_THIS_FORMAT),
        TRUNCATED(Reason.TRUNCATED),
        BAD_REQUEST(Reason.BAD_REQUEST),
        BAD_DATE(Reason.BAD_DATE),
        BAD_STATUS(Reason.BAD_STATUS),
        NOT_THIS_FORMAT(Reason.NOT_THIS_FORMAT);

        private final Reason reason;

        Trouble(Reason reason) {
            this.reason = reason;
        }
    }

    private Trouble fields() {
        var trouble = address();
        if (trouble == Trouble.NONE) {
            trouble = time();
        }
        if (trouble == Trouble.NONE) {
            trouble = quoted(request);
        }
        if (trouble == Trouble.NONE) {
            trouble = statusAndSize();
        }
        if (trouble == Trouble.NONE) {
            trouble = referrerAndAgent();
        }
        if (trouble == Trouble.NONE) {
            trouble = rest();
        }
        // Only a line that is whole is asked whether its request is one.
        if (trouble == Trouble.NONE && !line.request(request.bytes, request.from, request.to)) {
            return Trouble.BAD_REQUEST;
        }
        return trouble == Trouble.NONE && (line.status < 100 || line.status > 599) ? Trouble.BAD_STATUS : trouble;
    }

    /** The address, and past ident and user, which may hold spaces, to the bracket of the time. */
    private Trouble address() {
        // Variables of the method, which a simple compiler keeps in registers.
        var text = bytes;
        int behind = end;
        int from = at;
        int here = from;
        while (here < behind && text[here] >= 0 && OF_ADDRESSES[text[here]]) {
            here++;
        }
        at = here;
        if (at == from || at == end || bytes[at] != ' ') {
            // A cut line still begins like one; anything else is another format.
            return at == end && at > from ? Trouble.TRUNCATED : Trouble.NOT_THIS_FORMAT;
        }
        line.address.set(bytes, from, at);
        while (here < behind && text[here] != '[') {
            if (text[here] == '"') {
                return Trouble.NOT_THIS_FORMAT;
            }
            here++;
        }
        at = here;
        return at == end ? Trouble.TRUNCATED : Trouble.NONE;
    }

    private Trouble time() {
        int from = at + 1;
        at = Bytes.indexOf((byte) ']', bytes, from, end);
        if (at == end) {
            return Trouble.TRUNCATED;
        }
        line.second = times.parse(bytes, from, at);
        at++;
        return line.second == LogTime.NONE ? Trouble.BAD_DATE : Trouble.NONE;
    }

    /** The next field, which stands in quotes, with its escapes undone. */
    private Trouble quoted(Slice into) {
        if (at < end && bytes[at] == ' ') {
            at++;
        }
        if (at >= end) {
            return Trouble.TRUNCATED;
        }
        if (bytes[at] != '"') {
            return Trouble.NOT_THIS_FORMAT;
        }
        int from = ++at;
        boolean escaped = false;
        at = Bytes.quoteOrBackslash(bytes, from, end);
        while (at < end && bytes[at] == '\\') {
            escaped = true;
            at = Bytes.quoteOrBackslash(bytes, Math.min(at + 2, end), end);
        }
        if (at >= end) {
            return Trouble.TRUNCATED;
        }
        into.set(bytes, from, at);
        if (escaped) {
            Escapes.undo(into);
        }
        at++;
        return Trouble.NONE;
    }

    private Trouble statusAndSize() {
        int from = field();
        if (at == from) {
            return Trouble.TRUNCATED;
        }
        long status = number(from);
        if (status < 0 || at - from != 3) {
            return at == end && at - from < 3 ? Trouble.TRUNCATED : Trouble.BAD_STATUS;
        }
        line.status = (int) status;
        from = field();
        if (at == from) {
            return Trouble.TRUNCATED;
        }
        return number(from) < 0 && !(at - from == 1 && bytes[from] == '-') ? Trouble.NOT_THIS_FORMAT : Trouble.NONE;
    }

    /** Behind the next field without quotes afterwards; answers where it began, which is where it ends if there is none. */
    private int field() {
        if (at < end && bytes[at] == ' ') {
            at++;
        }
        int from = at;
        at = Bytes.indexOf((byte) ' ', bytes, from, end);
        return from;
    }

    private long number(int from) {
        if (at == from || at - from > 18) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < at; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /** Quoted fields that common log lines do not have. */
    private Trouble referrerAndAgent() {
        if (atEnd()) {
            return Trouble.NONE;
        }
        var trouble = quoted(line.referrer);
        line.referrer.clearIfAbsent();
        if (trouble == Trouble.NONE && !atEnd()) {
            trouble = quoted(line.agent);
            line.agent.clearIfAbsent();
        }
        return trouble;
    }

    /** What servers add behind the combined format: quoted or plain fields. */
    private Trouble rest() {
        while (!atEnd()) {
            if (bytes[at] != ' ') {
                return Trouble.NOT_THIS_FORMAT;
            }
            var trouble = at + 1 < end && bytes[at + 1] == '"' ? quoted(added) : plainField();
            if (trouble != Trouble.NONE) {
                return trouble;
            }
        }
        return Trouble.NONE;
    }

    private Trouble plainField() {
        int from = field();
        if (at == from) {
            return Trouble.TRUNCATED;
        }
        return Bytes.indexOf((byte) '"', bytes, from, at) < at ? Trouble.NOT_THIS_FORMAT : Trouble.NONE;
    }

    private boolean atEnd() {
        int i = at;
        while (i < end && bytes[i] == ' ') {
            i++;
        }
        return i == end;
    }

    /** Whether these bytes may be an address or the name of a host. */
    static boolean isAddress(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0 || !OF_ADDRESSES[bytes[i]]) {
                return false;
            }
        }
        return to > from && !(to - from == 1 && bytes[from] == '-');
    }

    private static boolean[] ofAddresses() {
        var known = new boolean[128];
        for (int letter = 0; letter < known.length; letter++) {
            known[letter] = Character.isLetterOrDigit(letter) || ".:-_%".indexOf(letter) >= 0;
        }
        return known;
    }
}
