package sightings.ingest.asked;

import org.jspecify.annotations.Nullable;

/**
 * What somebody at the desk pasted.
 *
 * @param kind what it is
 * @param path name of the file that it is from, such as {@code app.py}; decides how code and prose are told apart
 * @param text as pasted; secrets are taken out before anything else is done with it
 */
record Question(Kind kind, @Nullable String path, String text) {

    private static final int LONGEST_PATH = 300;

    Question {
        var clean = path == null ? "" : path.strip();
        path = clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), LONGEST_PATH));
    }

    /** What was pasted. */
    enum Kind {
        /** An address. */
        ADDRESS,
        /** A piece of code or prose. */
        TEXT,
        /** A line of the portal's access log. */
        LOG_LINE,
        /** An item of a feed, as XML, HTML or JSON. */
        FEED_ITEM
    }
}
