package sightings.ingest.downloads;

import java.time.Instant;

/**
 * What one line of an access log says. It holds an address and a raw user agent, so it never leaves the reader: not to a
 * topic, not to a log, not into a message. For the same reason it has no readable form.
 *
 * @param visitorAddress who asked
 * @param time when
 * @param method HTTP method in capitals
 * @param target what was asked, as it stands in the request line: path and query, or a whole address
 * @param status HTTP status
 * @param referrer the page from which the visitor came; empty where the line does not say
 * @param agent the program that asked; empty where the line does not say
 */
record LogLine(
        String visitorAddress, Instant time, String method, String target, int status, String referrer, String agent) {

    @Override
    public String toString() {
        return "LogLine[" + status + "]";
    }
}
