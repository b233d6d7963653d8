package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightings.ingest.downloads.Parsed.Reason;

/**
 * Reads lines of the common and the combined log format of Apache and nginx, byte by byte and without regular
 * expressions: {@code address ident user [time] "request" status bytes}, then, in the combined format,
 * {@code "referrer" "agent"}, then whatever fields a server adds. It never throws, whatever the bytes are.
 */
final class CombinedFormat {

    private final LogTime times = new LogTime();

    /** What this line says, which is without its line end. */
    Parsed parse(byte[] bytes, int length) {
        return new Cursor(bytes, length).line();
    }

    /** Goes through one line. */
    private final class Cursor {

        private final byte[] bytes;
        private final int end;
        private int at;
        private @Nullable Reason trouble;

        Cursor(byte[] bytes, int length) {
            this.bytes = bytes;
            this.end = length;
            // Some editors leave a byte order mark at the head of a file.
            this.at = length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                    ? 3
                    : 0;
        }

        Parsed line() {
            if (isBlank()) {
                return new Parsed.Rejected(Reason.BLANK);
            }
            var address = address();
            var time = time();
            var request = quoted();
            int status = status();
            size();
            var referrer = textField();
            var agent = textField();
            rest();
            if (trouble != null || address == null || time == null || request == null) {
                return new Parsed.Rejected(trouble == null ? Reason.NOT_THIS_FORMAT : trouble);
            }
            return withRequest(address, time, request, status, referrer, agent);
        }

        private Parsed withRequest(
                String address, Instant time, String request, int status, String referrer, String agent) {
            int first = request.indexOf(' ');
            int last = request.lastIndexOf(' ');
            if (first <= 0
                    || last <= first + 1
                    || !request.startsWith("HTTP/", last + 1)
                    || !isMethod(request, first)) {
                return new Parsed.Rejected(Reason.BAD_REQUEST);
            }
            if (status < 100 || status > 599) {
                return new Parsed.Rejected(Reason.BAD_STATUS);
            }
            var target = request.substring(first + 1, last);
            return new Parsed.Line(
                    new LogLine(address, time, request.substring(0, first), target, status, referrer, agent));
        }

        private static boolean isMethod(String request, int length) {
            for (int i = 0; i < length; i++) {
                char letter = request.charAt(i);
                if ((letter < 'A' || letter > 'Z') && letter != '-' && letter != '_') {
                    return false;
                }
            }
            return length <= 20;
        }

        private boolean isBlank() {
            for (int i = at; i < end; i++) {
                if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != 0) {
                    return false;
                }
            }
            return true;
        }

        /** The address, and past ident and user, which may hold spaces, to the bracket of the time. */
        private @Nullable String address() {
            int from = at;
            while (at < end && isAddress(bytes[at])) {
                at++;
            }
            if (at == from || at == end || bytes[at] != ' ') {
                // A cut line still begins like one; anything else is another format.
                return fail(at == end && at > from ? Reason.TRUNCATED : Reason.NOT_THIS_FORMAT);
            }
            var address = text(from, at);
            while (at < end && bytes[at] != '[') {
                if (bytes[at] == '"') {
                    return fail(Reason.NOT_THIS_FORMAT);
                }
                at++;
            }
            return at == end ? fail(Reason.TRUNCATED) : address;
        }

        private static boolean isAddress(byte letter) {
            return letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= '9'
                    || letter == '.'
                    || letter == ':'
                    || letter == '-'
                    || letter == '_'
                    || letter == '%';
        }

        private @Nullable Instant time() {
            if (trouble != null) {
                return null;
            }
            int from = at + 1;
            while (at < end && bytes[at] != ']') {
                at++;
            }
            if (at == end) {
                return fail(Reason.TRUNCATED);
            }
            var time = times.parse(bytes, from, at);
            at++;
            return time == null ? fail(Reason.BAD_DATE) : time;
        }

        /** The next field in quotes, with its escapes undone; null where there is none. */
        private @Nullable String quoted() {
            if (trouble != null) {
                return null;
            }
            int from = openQuote();
            if (from < 0) {
                return fail(at >= end ? Reason.TRUNCATED : Reason.NOT_THIS_FORMAT);
            }
            boolean escaped = false;
            while (at < end && bytes[at] != '"') {
                if (bytes[at] == '\\' && at + 1 < end) {
                    escaped = true;
                    at++;
                }
                at++;
            }
            if (at >= end) {
                return fail(Reason.TRUNCATED);
            }
            var text = text(from, at);
            at++;
            return escaped ? Escapes.undo(text) : text;
        }

        /** Stands behind the opening quote afterwards; -1 where there is none. */
        private int openQuote() {
            if (at < end && bytes[at] == ' ') {
                at++;
            }
            if (at >= end || bytes[at] != '"') {
                return -1;
            }
            return ++at;
        }

        private int status() {
            int from = field();
            if (trouble != null) {
                return 0;
            }
            int status = number(from);
            if (status < 0 || at - from != 3) {
                fail(at == end && at - from < 3 ? Reason.TRUNCATED : Reason.BAD_STATUS);
            }
            return status;
        }

        private void size() {
            int from = field();
            if (trouble == null && number(from) < 0 && !(at - from == 1 && bytes[from] == '-')) {
                fail(Reason.NOT_THIS_FORMAT);
            }
        }

        /** Behind the next field without quotes afterwards; answers where it began. */
        private int field() {
            if (trouble != null) {
                return at;
            }
            if (at < end && bytes[at] == ' ') {
                at++;
            }
            int from = at;
            while (at < end && bytes[at] != ' ') {
                at++;
            }
            if (at == from) {
                fail(Reason.TRUNCATED);
            }
            return from;
        }

        private int number(int from) {
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
            return (int) Math.min(number, Integer.MAX_VALUE);
        }

        /** A quoted field that common log lines do not have; empty where there is none. */
        private String textField() {
            if (trouble != null || atEnd()) {
                return "";
            }
            var text = quoted();
            return text == null || text.equals("-") ? "" : text;
        }

        /** What servers add behind the combined format: quoted or plain fields. */
        private void rest() {
            while (trouble == null && !atEnd()) {
                if (bytes[at] != ' ') {
                    fail(Reason.NOT_THIS_FORMAT);
                } else if (at + 1 < end && bytes[at + 1] == '"') {
                    quoted();
                } else {
                    plainField();
                }
            }
        }

        private void plainField() {
            int from = field();
            for (int i = from; i < at; i++) {
                if (bytes[i] == '"') {
                    fail(Reason.NOT_THIS_FORMAT);
                }
            }
        }

        private boolean atEnd() {
            int i = at;
            while (i < end && bytes[i] == ' ') {
                i++;
            }
            return i == end;
        }

        private String text(int from, int to) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }

        private <T> @Nullable T fail(Reason reason) {
            if (trouble == null) {
                trouble = reason;
            }
            return null;
        }
    }
}
