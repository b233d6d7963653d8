package sightings.ingest.downloads;

import java.time.Instant;
import sightings.ingest.bytes.Bytes;

/**
 * What one line of an access log says. It looks into the bytes of the line and is overwritten with the next one, so that
 * millions of lines leave nothing behind. It holds an address and a raw user agent, so it never leaves the reader: not to
 * a topic, not to a log, not into a message. For the same reason it has no readable form.
 */
final class LogLine {

    private static final int LONGEST_METHOD = 20;

    /** Who asked: an address or a host name. */
    final Slice address = new Slice();

    /** What names the visitor better than address and agent, such as a cookie; empty where the log has nothing of it. */
    final Slice identity = new Slice();

    /** HTTP method in capitals. */
    final Slice method = new Slice();

    /** What was asked, as it stands in the request line: path and query, or a whole address. */
    final Slice target = new Slice();

    /** The page from which the visitor came; empty where the line does not say. */
    final Slice referrer = new Slice();

    /** The program that asked; empty where the line does not say. */
    final Slice agent = new Slice();

    /** The key of the application, where the log has the header {@code X-App-Token}; else empty. */
    final Slice appToken = new Slice();

    /** The dataset, where the log itself names it; else empty. */
    final Slice dataset = new Slice();

    /** When, in seconds since 1970 UTC. */
    long second;

    /** HTTP status. */
    int status;

    /** How many addresses a proxy named, the visitor's first: 0, 1, or 2 for more. */
    int forwarded;

    void clear() {
        address.clear();
        identity.clear();
        method.clear();
        target.clear();
        referrer.clear();
        agent.clear();
        appToken.clear();
        dataset.clear();
        second = LogTime.NONE;
        status = 0;
        forwarded = 0;
    }

    Instant time() {
        return Instant.ofEpochSecond(second);
    }

    /** Takes method and target out of a request line; false where it is none. */
    boolean request(byte[] bytes, int from, int to) {
        int first = Bytes.indexOf((byte) ' ', bytes, from, to);
        int last = to - 1;
        while (last > first && bytes[last] != ' ') {
            last--;
        }
        if (last <= first + 1 || !isMethod(bytes, from, first) || !isProtocol(bytes, last + 1, to)) {
            return false;
        }
        method.set(bytes, from, first);
        target.set(bytes, first + 1, last);
        return true;
    }

    /** Whether these bytes can be an HTTP method. */
    static boolean isMethod(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((bytes[i] < 'A' || bytes[i] > 'Z') && bytes[i] != '-' && bytes[i] != '_') {
                return false;
            }
        }
        return to > from && to - from <= LONGEST_METHOD;
    }

    private static boolean isProtocol(byte[] bytes, int from, int to) {
        return to - from >= 5
                && bytes[from] == 'H'
                && bytes[from + 1] == 'T'
                && bytes[from + 2] == 'T'
                && bytes[from + 3] == 'P'
                && bytes[from + 4] == '/';
    }

    @Override
    public String toString() {
        return "LogLine[" + status + "]";
    }
}
