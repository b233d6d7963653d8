package sightings.ingest.downloads;

/** What a part of a log line is, as far as it is read. */
enum LogField {
    ADDRESS,
    /** Addresses of the visitor and of proxies before this one; the first is the visitor's. */
    FORWARDED,
    /** {@code 23/Nov/2026:18:21:03 +0100}. */
    TIME,
    /** {@code 2026-11-23T18:21:03+01:00}. */
    ISO_TIME,
    /** Seconds since 1970, with or without a fraction. */
    EPOCH,
    /** {@code 2026-11-23}, UTC; its time is {@link #CLOCK}. */
    DATE,
    /** {@code 18:21:03}, UTC. */
    CLOCK,
    /** {@code GET /d/abcd-1234 HTTP/1.1}. */
    REQUEST,
    METHOD,
    /** Path and query, or the path alone where there is a {@link #QUERY}. */
    TARGET,
    /** Without its question mark. */
    QUERY,
    /** With its question mark, or empty. */
    MARKED_QUERY,
    /** The question mark where there is a query, or empty. */
    QUERY_MARK,
    /** Scheme, host or port; it has no slash. */
    SERVER,
    STATUS,
    REFERRER,
    AGENT,
    /** The session's cookie, which names the visitor better than an address; of what follows each one is better still. */
    SESSION_COOKIE,
    /** The visitor's own cookie. */
    USER_COOKIE,
    /** Who logged in. */
    USER_ID,
    /** The key of the application that asks, in the header {@code X-App-Token}. */
    APP_TOKEN,
    /** The dataset itself. */
    DATASET,
    IGNORED
}
